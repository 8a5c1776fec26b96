using Bridge.Storage.Sqlite;

namespace Bridge.Storage.Tests.Sqlite;

public class SqliteLibraryTests
{
    [Fact]
    public void A_missing_library_names_the_one_command_that_installs_it()
    {
        var act = () => SqliteLibrary.Find(["libsqlite3.so.0", "libsqlite3.so"], _ => 0, SqliteLibrary.Installer(path => path == "/usr/bin/apt-get"));

        act.Should().Throw<DllNotFoundException>().WithMessage(
            "The SQLite library is not installed (looked for libsqlite3.so.0, libsqlite3.so). Install it with: apt-get install -y libsqlite3-0");
    }

    [Fact]
    public void Later_names_are_tried_when_earlier_ones_fail()
    {
        SqliteLibrary.Find(["a", "b", "c"], name => name == "b" ? 7 : 0, "").Should().Be(7);
    }

    [Theory]
    [InlineData("/sbin/apk", "apk add sqlite-libs")]
    [InlineData("/usr/bin/dnf", "dnf install -y sqlite-libs")]
    [InlineData("/usr/bin/pacman", "pacman -S --noconfirm sqlite")]
    public void The_command_fits_the_package_tool_of_the_system(string tool, string command)
    {
        SqliteLibrary.Installer(path => path == tool).Should().Be(command);
    }

    [Fact]
    public void Loading_twice_is_loading_once()
    {
        SqliteLibrary.Load();
        SqliteLibrary.Load();

        SQLitePCL.raw.sqlite3_libversion_number().Should().BeGreaterThan(3_035_000);
    }
}
