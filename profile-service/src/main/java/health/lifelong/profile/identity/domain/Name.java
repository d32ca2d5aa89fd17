package health.lifelong.profile.identity.domain;

/**
 * A name as sent and as it is compared.
 *
 * @param display NFC, blanks kept, invisible characters taken out
 * @param key what two spellings of one name share: no blanks, no case, no width, NFC
 * @param invisible true where characters that nobody sees were taken out
 * @param lookAlike true where one word mixes scripts or holds letters drawn to look like others;
 *     such a name matches its own key and nothing else
 */
public record Name(String display, String key, boolean invisible, boolean lookAlike) {}
