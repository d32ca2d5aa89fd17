package health.lifelong.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Holds a migrated database to decision record 0018, by what its catalogue says: every table is
 * decided, those with a person or a centre are closed to who says nothing, and the service's role
 * has what was listed and no more.
 */
public final class DatabaseCatalogue {
  private static final String TABLES =
      """
      select c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relispartition,
             exists (select from pg_policy p where p.polrelid = c.oid) as policy,
             exists (select from pg_policy p where p.polrelid = c.oid
                     and (p.polcmd <> '*' or not p.polpermissive or p.polwithcheck is not null
                          or pg_get_expr(p.polqual, p.polrelid) not like '%scope_%')) as another_shape,
             exists (select from pg_attribute a where a.attrelid = c.oid and not a.attisdropped
                     and a.attname in ('person_id', 'other_person_id', 'centre', 'receipt_id', 'subject')) as personal,
             pg_get_userbyid(c.relowner) as owner
      from pg_class c
      where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
        and c.relname <> 'flyway_schema_history'
      """;
  private static final String GRANTS =
      """
      select table_name, string_agg(lower(privilege_type), ' ' order by privilege_type) as privileges
      from information_schema.role_table_grants where grantee in ('%s', 'PUBLIC') and table_schema = 'public'
      group by table_name
      """;
  private static final String ROLE =
      """
      select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication
             or exists (select from pg_auth_members m where m.member = r.oid)
             or has_schema_privilege(rolname, 'public', 'create') as able
      from pg_roles r where rolname = '%s'
      """;
  private static final String VIEWS =
      """
      select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
        and not coalesce(reloptions::text like '%security_invoker=true%', false)
      """;
  private static final String DEFINERS =
      "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef";

  private DatabaseCatalogue() {}

  /**
   * What is wrong, a sentence each; empty where all holds.
   *
   * @param connection of an administrator
   * @param grants every table and view the service's role may reach, with its privileges in
   *     alphabetical order
   * @param withoutPerson tables that name nobody, each decided by a human
   */
  public static List<String> findings(
      Connection connection, Map<String, String> grants, Set<String> withoutPerson)
      throws SQLException {
    List<String> findings = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      tables(statement, grants.keySet(), withoutPerson, findings);
      grants(statement, new TreeMap<>(grants), findings);
      try (ResultSet role = statement.executeQuery(ROLE.formatted(PostgresResource.APPLICATION))) {
        if (!role.next() || role.getBoolean(1)) {
          findings.add("the role of the service is able to do more than its grants");
        }
      }
      names(statement, VIEWS, "view without security_invoker: ", findings);
      names(statement, DEFINERS, "function with its owner's rights: ", findings);
    }
    return findings;
  }

  private static void tables(
      Statement statement, Set<String> granted, Set<String> withoutPerson, List<String> findings)
      throws SQLException {
    Set<String> known = new TreeSet<>();
    try (ResultSet row = statement.executeQuery(TABLES)) {
      while (row.next()) {
        String table = row.getString("relname");
        known.add(table);
        if (row.getString("owner").equals(PostgresResource.APPLICATION)) {
          findings.add("owned by the role of the service: " + table);
        }
        if (withoutPerson.contains(table)) {
          continue;
        }
        if (!row.getBoolean("personal")) {
          findings.add("neither of a person or centre nor decided to be of nobody: " + table);
        }
        if (!row.getBoolean("relrowsecurity") || !row.getBoolean("relforcerowsecurity")) {
          findings.add("row-level security is not enabled and forced: " + table);
        }
        if (!row.getBoolean("policy") || row.getBoolean("another_shape")) {
          findings.add("no policy of the one shape: " + table);
        }
        if (!row.getBoolean("relispartition") && !granted.contains(table)) {
          findings.add("no grants decided: " + table);
        }
      }
    }
    Set<String> gone = new HashSet<>(withoutPerson);
    gone.removeAll(known);
    gone.forEach(table -> findings.add("decided, but not there: " + table));
  }

  private static void grants(
      Statement statement, Map<String, String> decided, List<String> findings) throws SQLException {
    Map<String, String> actual = new TreeMap<>();
    try (ResultSet row = statement.executeQuery(GRANTS.formatted(PostgresResource.APPLICATION))) {
      while (row.next()) {
        actual.put(row.getString(1), row.getString(2));
      }
    }
    if (!actual.equals(decided)) {
      Set<Map.Entry<String, String>> different = new HashSet<>(actual.entrySet());
      different.removeAll(decided.entrySet());
      Set<Map.Entry<String, String>> missing = new HashSet<>(decided.entrySet());
      missing.removeAll(actual.entrySet());
      findings.add(
          "granted but not decided: " + different + ", decided but not granted: " + missing);
    }
  }

  private static void names(
      Statement statement, String query, String finding, List<String> findings)
      throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        findings.add(finding + row.getString(1));
      }
    }
  }
}
