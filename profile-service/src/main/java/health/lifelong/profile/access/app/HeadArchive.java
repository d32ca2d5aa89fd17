package health.lifelong.profile.access.app;

import java.util.List;

/** A place outside the database where signed heads are kept too. */
public interface HeadArchive {
  /** Size of the greatest head that is kept there; 0 where there is none. */
  long last();

  /** Adds heads, as lines, in order. */
  void add(List<String> heads);
}
