/** Tests of erasure on a real database. */
@org.jspecify.annotations.NullMarked
package health.lifelong.profile.erasure;
