package health.lifelong.local.command;

import java.io.IOException;

/** One command of the command line. */
public interface Command {
  /** How it is called, as help shows it. */
  String usage();

  /** What it does, in one line. */
  String purpose();

  /** Runs it; the answer is the exit status: 0 done, 3 some refused, 1 failed. */
  int run(Arguments arguments) throws IOException, InterruptedException;
}
