using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Bridge.Storage.Sqlite;

/// <summary>
/// The SQLite library of the operating system. The one that comes with the packages is old and has a known vulnerability, so
/// it is not shipped; the system's own is patched by its distribution. Whoever uses SQLite in this process calls
/// <see cref="Load"/> first.
/// </summary>
public static class SqliteLibrary
{
    // Upserts with RETURNING and STRICT-free WITHOUT ROWID tables as used here; 3.35 is in every supported distribution.
    private const int OldestVersion = 3_035_000;
    private static readonly Lazy<bool> Loaded = new(LoadOnce, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Binds the library to this process; the first call counts.</summary>
    /// <exception cref="DllNotFoundException">There is none or a too old one; the message names the command that installs it.</exception>
    public static void Load() => _ = Loaded.Value;

    /// <summary>Names under which the library is looked for, in this order.</summary>
    internal static IReadOnlyList<string> Names { get; } =
        OperatingSystem.IsWindows() ? ["winsqlite3.dll", "sqlite3.dll"]
        : OperatingSystem.IsMacOS() ? ["/usr/lib/libsqlite3.dylib", "libsqlite3.dylib"]
        : ["libsqlite3.so.0", "libsqlite3.so"];

    /// <summary>Tries names until one loads.</summary>
    /// <param name="names">The names.</param>
    /// <param name="tryLoad">The handle of a name, or zero.</param>
    /// <param name="installer">Command that installs the library here.</param>
    internal static nint Find(IReadOnlyList<string> names, Func<string, nint> tryLoad, string installer)
    {
        foreach (var name in names)
        {
            if (tryLoad(name) is var handle and not 0)
            {
                return handle;
            }
        }

        throw new DllNotFoundException($"The SQLite library is not installed (looked for {string.Join(", ", names)}). Install it with: {installer}");
    }

    /// <summary>The command that installs the library on a system, told by the package tool it has.</summary>
    internal static string Installer(Func<string, bool> hasFile) =>
        hasFile("/usr/bin/apt-get") ? "apt-get install -y libsqlite3-0"
        : hasFile("/sbin/apk") ? "apk add sqlite-libs"
        : hasFile("/usr/bin/dnf") ? "dnf install -y sqlite-libs"
        : hasFile("/usr/bin/microdnf") ? "microdnf install -y sqlite-libs"
        : hasFile("/usr/bin/zypper") ? "zypper install -y libsqlite3-0"
        : hasFile("/usr/bin/pacman") ? "pacman -S --noconfirm sqlite"
        : OperatingSystem.IsWindows() ? "winget install SQLite.SQLite"
        : "the package tool of this system (package sqlite3 or libsqlite3-0)";

    private static bool LoadOnce()
    {
        var installer = Installer(File.Exists);
        var library = Find(Names, name => NativeLibrary.TryLoad(name, out var handle) ? handle : 0, installer);
        NativeLibrary.SetDllImportResolver(
            typeof(SQLite3Provider_e_sqlite3).Assembly, (string name, Assembly _, DllImportSearchPath? _) => name == "e_sqlite3" ? library : 0);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
        return raw.sqlite3_libversion_number() >= OldestVersion
            ? true
            : throw new DllNotFoundException($"The SQLite library is version {raw.sqlite3_libversion().utf8_to_string()}; 3.35 or newer is needed. Update it with: {installer}");
    }
}
