package health.lifelong.local.bench;

/** What the figures of a run depend on. */
record Machine(int cores, long memoryGiB, String jvm, String database, String configuration) {
  static Machine here() {
    long memory =
        ((com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize();
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        memory >> 30,
        Runtime.version().toString(),
        "PostgreSQL 18 embedded, fsync on, synchronous_commit on, shared_buffers 512MB",
        "database, four services and senders on the same cores; loopback; JVM");
  }
}
