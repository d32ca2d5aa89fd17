/** Tests of keys on a real database. */
@org.jspecify.annotations.NullMarked
package health.lifelong.profile.keys;
