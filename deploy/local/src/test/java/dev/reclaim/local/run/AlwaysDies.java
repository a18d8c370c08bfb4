package dev.reclaim.local.run;

/** A process that says why and ends, for tests of the runner. */
final class AlwaysDies {
  private AlwaysDies() {}

  public static void main(String[] arguments) {
    System.err.println("The flux capacitor is missing");
    System.exit(3);
  }
}
