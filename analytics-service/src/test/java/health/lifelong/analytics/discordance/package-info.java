/** Tests of discordance. */
@NullMarked
package health.lifelong.analytics.discordance;

import org.jspecify.annotations.NullMarked;
