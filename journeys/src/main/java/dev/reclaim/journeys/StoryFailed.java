package dev.reclaim.journeys;

/** The story did not go as it must; the message says at which point. */
class StoryFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoryFailed(String message) {
    super(message);
  }

  StoryFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
