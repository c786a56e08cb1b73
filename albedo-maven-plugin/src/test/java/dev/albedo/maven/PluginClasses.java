package dev.albedo.maven;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.descriptor.DuplicateParameterException;
import org.apache.maven.plugin.descriptor.InvalidPluginDescriptorException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;

/** The plugin's descriptor as its annotations say it, which Maven's build writes into plugin.xml. */
final class PluginClasses {

    private PluginClasses() {}

    static PluginDescriptor descriptor() {
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setGroupId("dev.albedo");
        plugin.setArtifactId("albedo-maven-plugin");
        plugin.setVersion("0.1.0-SNAPSHOT");
        plugin.setGoalPrefix("albedo");
        plugin.setArtifacts(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(PluginClasses::artifact)
                .toList());
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.albedo.maven")) {
            if (type.isAnnotatedWith(Mojo.class)) {
                try {
                    plugin.addMojo(mojo(type, plugin));
                } catch (InvalidPluginDescriptorException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return plugin;
    }

    private static Artifact artifact(String file) {
        Artifact artifact = new DefaultArtifact(
                "test", new File(file).getName(), "1", "runtime", "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(new File(file));
        return artifact;
    }

    private static MojoDescriptor mojo(JavaClass type, PluginDescriptor plugin) throws DuplicateParameterException {
        MojoDescriptor mojo = new MojoDescriptor();
        mojo.setPluginDescriptor(plugin);
        mojo.setGoal(text(type.getAnnotationOfType(Mojo.class.getName()), "name"));
        mojo.setImplementation(type.getName());
        mojo.setLanguage("java");
        DefaultPlexusConfiguration configuration = new DefaultPlexusConfiguration("configuration");
        for (JavaField field : type.getAllFields()) {
            if (field.isAnnotatedWith(Parameter.class)) {
                JavaAnnotation<?> said = field.getAnnotationOfType(Parameter.class.getName());
                var parameter = new org.apache.maven.plugin.descriptor.Parameter();
                parameter.setName(field.getName());
                parameter.setType(field.getRawType().getName());
                parameter.setEditable(!Boolean.TRUE.equals(said.get("readonly").orElse(false)));
                parameter.setRequired(Boolean.TRUE.equals(said.get("required").orElse(false)));
                String property = text(said, "property");
                DefaultPlexusConfiguration element = new DefaultPlexusConfiguration(field.getName());
                if (!property.isEmpty()) {
                    parameter.setExpression("${" + property + "}");
                    element.setValue("${" + property + "}");
                }
                String byDefault = text(said, "defaultValue");
                if (!byDefault.isEmpty()) {
                    parameter.setDefaultValue(byDefault);
                    element.setAttribute("default-value", byDefault);
                }
                mojo.addParameter(parameter);
                configuration.addChild(element);
            }
        }
        mojo.setMojoConfiguration(configuration);
        return mojo;
    }

    private static String text(JavaAnnotation<?> annotation, String name) {
        return String.valueOf(annotation.get(name).orElse(""));
    }
}
