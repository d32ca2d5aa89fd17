/** Tests of the submission feature: store. */
@org.jspecify.annotations.NullMarked
package health.lifelong.ingestion.submission.store;
