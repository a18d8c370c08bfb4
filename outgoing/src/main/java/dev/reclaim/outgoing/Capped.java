package dev.reclaim.outgoing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and no more. */
final class Capped extends FilterOutputStream {

  /** There was more than anybody should send. */
  static final class TooLarge extends IOException {
    TooLarge() {
      super("more than " + OutgoingHttp.LARGEST_ANSWER + " bytes");
    }
  }

  private int left = OutgoingHttp.LARGEST_ANSWER;

  Capped(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    take(1);
    out.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    take(length);
    out.write(bytes, offset, length);
  }

  private void take(int length) throws TooLarge {
    left -= length;
    if (left < 0) {
      throw new TooLarge();
    }
  }
}
