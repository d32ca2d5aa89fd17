/** Accounts in PostgreSQL. */
@NullMarked
package health.lifelong.profile.account.store;

import org.jspecify.annotations.NullMarked;
