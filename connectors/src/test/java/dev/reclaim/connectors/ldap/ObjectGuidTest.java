package dev.reclaim.connectors.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ObjectGuidTest {

  @Test
  void readsTheFirstThreeFieldsWithTheLowByteFirst() {
    // given
    byte[] stored = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
    // when
    ObjectGuid guid = ObjectGuid.of(stored);
    // then
    assertThat(guid).hasToString("33221100-5544-7766-8899-aabbccddeeff");
    assertThat(ObjectGuid.of(guid.toString()).stored()).isEqualTo(stored);
  }
}
