package dev.reclaim.connectors.ldap;

import com.unboundid.ldap.sdk.GetEntryLDAPConnectionPoolHealthCheck;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.PostConnectProcessor;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import com.unboundid.ldap.sdk.StartTLSPostConnectProcessor;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.EnumSet;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Opens the network connections to one controller, as the settings say. */
final class OpensPool {

  static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final int MOST_CONNECTIONS = 4;

  private OpensPool() {}

  /** The pool connects when it is first used. */
  static LDAPConnectionPool open(DirectorySettings settings, StaysWithOneController resolver)
      throws LDAPException {
    SimpleBindRequest login = new SimpleBindRequest(settings.login(), settings.password());
    LDAPConnectionPool pool =
        new LDAPConnectionPool(
            new SingleServerSet(
                settings.host(), settings.port(), sockets(settings), options(resolver)),
            login,
            0,
            MOST_CONNECTIONS,
            encryption(settings),
            false);
    pool.setConnectionPoolName(settings.host());
    pool.setCreateIfNecessary(true);
    pool.setMaxWaitTimeMillis(ANSWER_WITHIN.toMillis());
    pool.setMaxConnectionAgeMillis(Duration.ofMinutes(10).toMillis());
    pool.setHealthCheck(
        new GetEntryLDAPConnectionPoolHealthCheck(
            "", CONNECT_WITHIN.toMillis(), false, true, false, true, true));
    // A search may be sent again over a new connection. A change must not: it may have been made.
    pool.setRetryFailedOperationsDueToInvalidConnections(EnumSet.of(OperationType.SEARCH));
    return pool;
  }

  private static LDAPConnectionOptions options(StaysWithOneController resolver) {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setUseSynchronousMode(true);
    options.setConnectTimeoutMillis((int) CONNECT_WITHIN.toMillis());
    options.setResponseTimeoutMillis(ANSWER_WITHIN.toMillis());
    options.setFollowReferrals(false);
    options.setNameResolver(resolver);
    options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(false));
    return options;
  }

  private static SocketFactory sockets(DirectorySettings settings) throws LDAPException {
    return switch (settings.transport()) {
      case LDAPS -> tls(settings);
      case STARTTLS, NONE -> SocketFactory.getDefault();
    };
  }

  private static PostConnectProcessor encryption(DirectorySettings settings) throws LDAPException {
    return switch (settings.transport()) {
      case STARTTLS -> new StartTLSPostConnectProcessor(tls(settings));
      case LDAPS, NONE -> null;
    };
  }

  private static SSLSocketFactory tls(DirectorySettings settings) throws LDAPException {
    try {
      return new ChecksName(Trust.in(settings.trustStore()).getSocketFactory());
    } catch (GeneralSecurityException | IOException e) {
      throw new LDAPException(
          ResultCode.PARAM_ERROR, "the trust store cannot be read: " + e.getMessage(), e);
    }
  }
}
