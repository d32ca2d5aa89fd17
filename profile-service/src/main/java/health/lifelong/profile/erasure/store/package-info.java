/** The erasure ledger in the key store, and the rows it removes from the record. */
@NullMarked
package health.lifelong.profile.erasure.store;

import org.jspecify.annotations.NullMarked;
