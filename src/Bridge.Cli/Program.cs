using System.Text.Json;
using Bridge.Cli.Demo;

var folder = Path.Combine(Path.GetTempPath(), "bridge-demo-" + Environment.ProcessId);
var result = await new DemoRun(new DemoOptions { Folder = folder, Seed = args.Length > 1 ? int.Parse(args[1]) : 7 }, Console.Error.WriteLine).RunAsync(CancellationToken.None);
Console.WriteLine(JsonSerializer.Serialize(result, DemoJson.Default.DemoResult));
return result.Problems.Count == 0 ? 0 : 1;
