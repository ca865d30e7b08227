using System.CommandLine;
using TwelveLabs.Cli;
using TwelveLabs.Cli.Commands;

var root = new RootCommand("Twelve Labs at the command line: upload videos, wait until they are indexed.")
{
    DemoCommand.Create(),
    UploadCommand.Create(),
    TasksCommand.Create(),
    IndexesCommand.Create(),
    VideosCommand.Create(),
};

ParseResult result = root.Parse(args);
int code = await result.InvokeAsync();

// System.CommandLine says 1 for a command line it cannot read; here 1 means that a job failed.
return result.Errors.Count > 0 ? ExitCodes.Usage : code;
