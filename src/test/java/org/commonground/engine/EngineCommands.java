package org.commonground.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads all code of the engine, its webapps and this application for commands: classes, inner ones without a name, and lambdas. */
final class EngineCommands {

    private static final String COMMAND = Command.class.getName();
    private static final String MAKES_COMMAND = ")L" + COMMAND.replace('.', '/') + ";";

    private final Map<String, Read> classes = new HashMap<>();
    private final Set<String> found = new TreeSet<>();

    private record Read(List<String> above, boolean complete) {
    }

    /** The class names; a lambda's is that of its class with the ending that the JVM gives it. */
    static Set<String> onTheClassPath() {
        EngineCommands commands = new EngineCommands();
        commands.read("classpath*:org/camunda/**/*.class");
        commands.read("classpath*:org/commonground/**/*.class");
        commands.classes.forEach((name, one) -> {
            if (one.complete() && commands.isCommand(name)) {
                commands.found.add(name);
            }
        });
        return commands.found;
    }

    private boolean isCommand(String name) {
        return COMMAND.equals(name) || classes.containsKey(name) && classes.get(name).above().stream().anyMatch(this::isCommand);
    }

    private void read(String pattern) {
        try {
            for (Resource code : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                if (!code.getURL().getPath().contains("/test-classes/")) {
                    try (InputStream stream = code.getInputStream()) {
                        new ClassReader(stream).accept(new Reader(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                    }
                }
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private final class Reader extends ClassVisitor {

        private String name;

        private Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String own, String signature, String parent, String[] interfaces) {
            name = own.replace('/', '.');
            List<String> above = new ArrayList<>(Arrays.asList(interfaces));
            if (parent != null) {
                above.add(parent);
            }
            classes.put(name, new Read(above.stream().map(one -> one.replace('/', '.')).toList(), !Modifier.isAbstract(access)));
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {

                @Override
                public void visitInvokeDynamicInsn(String called, String made, Handle handle, Object... arguments) {
                    if (made.endsWith(MAKES_COMMAND)) {
                        found.add(name + "$$Lambda");
                    }
                }
            };
        }
    }
}
