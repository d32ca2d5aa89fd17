package health.lifelong.profile.account.app;

/** Tells a centre that a link which rests on its code was wrong. */
@FunctionalInterface
public interface WrongLinkNotification {
  /** {@code centre} is empty where no centre had handed out a code. */
  void send(String centre);
}
