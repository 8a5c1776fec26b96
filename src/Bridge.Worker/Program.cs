using Bridge.Worker;
using Microsoft.Extensions.Hosting;

var root = args.FirstOrDefault(argument => !argument.StartsWith('-')) ?? Environment.GetEnvironmentVariable("BRIDGE_MIGRATIONS") ?? Environment.CurrentDirectory;
if (!Directory.Exists(root))
{
    await Console.Error.WriteLineAsync($"There is no folder '{root}'. Name the folder of your migrations as the first argument or in BRIDGE_MIGRATIONS.");
    return 1;
}

await WorkerHost.Build(root, args).RunAsync();
return 0;
