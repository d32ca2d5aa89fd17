package health.lifelong.profile.safety.app;

import health.lifelong.profile.safety.domain.OnCallList;
import jakarta.enterprise.context.ApplicationScoped;

/** The on-call list in force, read once at start. */
@ApplicationScoped
public class OnCallBook {
  private final OnCallList list;

  OnCallBook(Source source) {
    this.list = source.read();
  }

  /** The list. */
  public OnCallList list() {
    return list;
  }

  /** Where the list is read from. */
  public interface Source {
    /** The list; one that cannot be read is an error of the installation. */
    OnCallList read();
  }
}
