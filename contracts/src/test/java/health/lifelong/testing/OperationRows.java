package health.lifelong.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import health.lifelong.platform.token.OperationRule;
import health.lifelong.platform.token.Operations;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The REST operations a module has, and those that {@code operations.csv} knows of it. */
public final class OperationRows {
  private OperationRows() {}

  /** Operations with a row for that service and door. */
  public static Set<String> rows(String service, String door) {
    return Operations.load().rules().stream()
        .filter(rule -> rule.service().equals(service) && rule.door().equals(door))
        .map(OperationRule::operation)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Operations of the resources in a package and below. */
  public static Set<String> resources(String root) {
    Set<String> operations = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root)) {
      if (type.isAnnotatedWith(Path.class)) {
        String base = type.getAnnotationOfType(Path.class).value();
        for (JavaMethod method : type.getMethods()) {
          add(operations, base, method.reflect());
        }
      }
    }
    return operations;
  }

  private static void add(Set<String> operations, String base, Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        Path path = method.getAnnotation(Path.class);
        operations.add(verb.value() + " " + base + (path == null ? "" : path.value()));
      }
    }
  }
}
