using System.Runtime.CompilerServices;
using System.Text;

namespace Bridge.Testing;

/// <summary>
/// Compares a text with a file beside the test that calls. Set the environment variable <c>BRIDGE_UPDATE_GOLDEN=1</c> to
/// write the files instead, then review the difference before committing it.
/// </summary>
public static class Golden
{
    /// <summary>Compares.</summary>
    /// <param name="name">File name without folder; files live in <c>Golden/</c> beside the calling test.</param>
    /// <param name="actual">Text as made by the test.</param>
    /// <param name="callerPath">Filled in by the compiler.</param>
    public static void Match(string name, string actual, [CallerFilePath] string callerPath = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(callerPath)!, "Golden", name + ".golden");
        if (Environment.GetEnvironmentVariable("BRIDGE_UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        File.Exists(path).Should().BeTrue($"'{path}' should exist; run the test once with BRIDGE_UPDATE_GOLDEN=1");
        // Read as bytes: a byte-order mark is part of what is compared.
        actual.Should().Be(Encoding.UTF8.GetString(File.ReadAllBytes(path)), $"the output should be as in '{path}'; if the change is meant, run with BRIDGE_UPDATE_GOLDEN=1");
    }
}
