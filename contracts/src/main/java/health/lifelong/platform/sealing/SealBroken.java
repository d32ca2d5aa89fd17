package health.lifelong.platform.sealing;

/**
 * Something sealed did not open: changed, moved, or sealed under another key. One kind of failure
 * whatever the reason, so that it teaches nobody which guess came close.
 */
public final class SealBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SealBroken() {
    super("sealed data does not open here", null, false, false);
  }
}
