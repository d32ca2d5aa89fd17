/** Tests of the submission feature: reader. */
@org.jspecify.annotations.NullMarked
package health.lifelong.ingestion.submission.reader;
