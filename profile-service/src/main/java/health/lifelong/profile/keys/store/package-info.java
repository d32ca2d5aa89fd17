/** The key store: a database of its own, with a backup of its own. */
@NullMarked
package health.lifelong.profile.keys.store;

import org.jspecify.annotations.NullMarked;
