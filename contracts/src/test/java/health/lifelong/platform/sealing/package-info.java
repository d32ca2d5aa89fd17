/** Tests of sealing and key wrapping. */
@org.jspecify.annotations.NullMarked
package health.lifelong.platform.sealing;
