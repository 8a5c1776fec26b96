using System.Globalization;
using Bridge.Engine.Readiness;

namespace Bridge.Cli.Readiness;

/// <summary>Test orders as they were typed, or as lines of a file.</summary>
internal static class TestOrders
{
    /// <summary>All of them.</summary>
    /// <exception cref="CliException">One is none, or the file is not there.</exception>
    public static IReadOnlyList<TestOrder> Read(IEnumerable<string> typed, string? file)
    {
        var orders = typed.Select(text => Of(text, "--test-order")).ToList();
        if (file is null)
        {
            return orders;
        }

        if (!File.Exists(file))
        {
            throw new CliException("The file of test orders is not there.", "Write one order in each line: id,amount,currency,customer status.") { Place = file };
        }

        var line = 0;
        foreach (var text in File.ReadLines(file))
        {
            line++;
            if (text.Trim().Length > 0 && !text.StartsWith('#'))
            {
                orders.Add(Of(text, string.Create(CultureInfo.InvariantCulture, $"{file}:{line}")));
            }
        }

        return orders;
    }

    private static TestOrder Of(string text, string place) => TestOrder.Parse(text)
        ?? throw new CliException("This is no test order.", "Write id,amount,currency,customer status, for example T-1001,49.90,EUR,NEW; the status may be left out.") { Place = place, Value = text };
}
