# Finds a JDK 21 or newer: the one of JAVA_HOME, of the PATH, or where the usual installers put theirs.

# The major version of the JDK in a directory; nothing when there is none.
jdk_version() {
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
    else
        "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p'
    fi
}

# Sets jdk and version to the first that is new enough; fails when there is none.
find_jdk() {
    on_path=$(command -v java || true)
    for jdk in "${JAVA_HOME:-}" "${on_path:+$(dirname "$(readlink -f "$on_path")")/..}" \
        /usr/lib/jvm/* /opt/* /opt/*/jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*; do
        version=$(jdk_version "$jdk")
        [ "${version:-0}" -ge 21 ] && return
    done
    return 1
}
