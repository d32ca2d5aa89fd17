/** Tests of the submission feature: app. */
@org.jspecify.annotations.NullMarked
package health.lifelong.ingestion.submission.app;
