package org.evidencewatch.cli;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/** Which version this is: as the jar's manifest says; classes that come in no jar have none. */
final class Release implements IVersionProvider {

    /** Has the command, and every command under it, answer {@code --version}. */
    static void tell(CommandLine command) {
        command.getCommandSpec().versionProvider(new Release());
        command.getSubcommands().values().forEach(Release::tell);
    }

    @Override
    public String[] getVersion() {
        var version = Optional.ofNullable(Evidence.class.getPackage().getImplementationVersion());
        return new String[] {"Evidence Watch " + version.orElse("(built from sources, no release)")};
    }
}
