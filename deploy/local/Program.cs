using System.CommandLine;
using System.CommandLine.Help;
using System.Net;
using System.Net.NetworkInformation;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Local.Verbs;

// The script ./registry hands over the checkout's root and its own arguments.
var checkout = args[0];
var stateFolder = Path.Combine(checkout, ".local");
LocalSystem OnThisMachine() => new(checkout, stateFolder);

var detach = new Option<bool>("--detach") { Description = "Return when everything runs; stop it with: ./registry down" };
var address = new Option<IPAddress>("--address")
{
    Description = "An address of this machine at which the Portal is reached by https, by a telephone in the same network for example; without it only from this machine",
    DefaultValueFactory = _ => IPAddress.Loopback,
    CustomParser = given => given.Tokens is [{ Value: var text }] && IPAddress.TryParse(text, out var parsed) && LocalAuthority.VouchesFor(parsed) && IsOfThisMachine(parsed) ? parsed : Refuse(given),
};
var json = new Option<bool>("--json") { Description = "Print JSON" };
var yes = new Option<bool>("--yes") { Description = "Do not ask" };
var accept = new Option<bool>("--accept") { Description = "Take the protos as they are now for what later changes are compared with" };
var scale = new Option<long?>("--scale") { Description = "The search for duplicates among so many workers, from ten thousand on, in .local/scale" };
var peak = new Option<int?>("--peak") { Description = "The peak of departures: so many applications, 90000 for the whole measure" };
peak.Validators.Add(given =>
{
    if (given.GetValueOrDefault<int?>() is < 1000 or > 1_000_000)
        given.AddError("--peak takes a number from 1000 to 1000000.");
});
var filter = new Argument<string?>("filter") { Description = "Part of a test's full name; or `containers`, `failover`, `replicas`, `restore`, `upgrade`: what takes long and runs only when named; or `sweep`: what the Portal offers each role, and one step further, in all languages", Arity = ArgumentArity.ZeroOrOne };
var account = new Argument<string>("account") { Description = "The account's name, for example ministry-officer.la" };
var file = new Argument<FileInfo>("file") { Description = "The file" };
var asAccount = new Option<string>("--account") { Description = "Who imports", DefaultValueFactory = _ => "ministry-officer.la" };
var country = new Option<string>("--country") { Description = "For whose authority", DefaultValueFactory = _ => "LA" };
var dryRun = new Option<bool>("--dry-run") { Description = "Check every row, save nothing" };
var filings = new Option<bool>("--filings") { Description = "The file holds an employer's contributions (docs/file-contributions.md), not people" };
var homecomings = new Option<bool>("--returns") { Description = "The file holds people who came home: worker_number, reason, from, returned_on, and departure_id where it is known" };
var importId = new Option<Guid>("--id") { Description = "The import's id, to go on with one after a break" };
var service = new Argument<string>("service") { Description = "The service, for example Registry" };
var export = new Argument<string?>("name") { Description = "The export's name; without one, the names are listed", Arity = ArgumentArity.ZeroOrOne };
var format = new Option<string>("--format") { Description = "csv or ndjson", DefaultValueFactory = _ => "csv" };
format.AcceptOnlyFromAmong("csv", "ndjson");
var language = new Option<string>("--language") { Description = "The language of the labels: en, km, lo, my, th, vi or zh", DefaultValueFactory = _ => "en" };
var purpose = new Option<string>("--purpose") { Description = "Why, as the disclosures will say, for example own-record", DefaultValueFactory = _ => "audit" };
var worker = new Option<string?>("--worker") { Description = "Only rows of this worker" };

// Not a RootCommand: that is named after this program's file, and people start the script.
var root = new Command("./registry", "The regional migrant-worker registry, on this machine.");
root.Options.Add(new HelpOption());
Verb("up", "Build and start everything: services, PostgreSQL, RabbitMQ, demonstration", [detach, address], (parsed, cancel) => Up.Run(OnThisMachine(), parsed.GetValue(detach), parsed.GetValue(address)!, cancel));
Verb("down", "Stop everything, keep the data", [], (_, cancel) => Down.Run(OnThisMachine(), cancel));
Verb("status", "Every part: address, process, health, version", [json], (parsed, cancel) => Status.Run(OnThisMachine(), parsed.GetValue(json), cancel));
Verb("demo", "Take the demonstration's workers through their journeys", [json], (parsed, cancel) => Demonstration.Run(OnThisMachine(), parsed.GetValue(json), cancel));
Verb("test", "Run all tests, or those whose name contains the filter", [filter], (parsed, cancel) => Test.Run(checkout, stateFolder, parsed.GetValue(filter), cancel));
var verify = new Argument<string>("what") { Description = "verify" };
verify.AcceptOnlyFromAmong("verify");
Verb("audit", "verify: is every audit row as it was sealed?", [verify, json], (parsed, cancel) => Audit.Verify(OnThisMachine(), parsed.GetValue(json), cancel));
Verb("import", "Enrol the people of a CSV file (docs/import-workers.md), row by row, with a report", [file, asAccount, country, dryRun, filings, homecomings, importId], (parsed, cancel) =>
    Import.Run(OnThisMachine(), parsed.GetValue(file)!, parsed.GetValue(asAccount)!, parsed.GetValue(country)!, parsed.GetValue(dryRun), parsed.GetValue(filings), parsed.GetValue(homecomings), parsed.GetValue(importId) is { } id && id != default ? id : Guid.NewGuid(), cancel));
var members = new Option<int?>("--members") { Description = "Measure coverage checks among 10 thousand and among so many members" };
var returns = new Option<int?>("--returns") { Description = "A mass return: so many people in one import, 100000 for the whole measure" };
returns.Validators.Add(given =>
{
    if (given.GetValueOrDefault<int?>() is < 1000 or > 1_000_000)
        given.AddError("--returns takes a number from 1000 to 1000000.");
});
var pages = new Option<int?>("--pages") { Description = "Fifty people click through the Portal's main pages with so many workers on record, 10000000 for the whole measure" };
pages.Validators.Add(given =>
{
    if (given.GetValueOrDefault<int?>() is < 1000 or > 10_000_000)
        given.AddError("--pages takes a number from 1000 to 10000000.");
});
Verb("bench", Bench.Description, [json, scale, peak, members, returns, pages], (parsed, cancel) => parsed.GetValue(scale) is { } people
    ? Bench.Scale(checkout, people, parsed.GetValue(json), cancel)
    : Bench.Run(OnThisMachine(), parsed.GetValue(peak), parsed.GetValue(members), parsed.GetValue(returns), parsed.GetValue(pages), parsed.GetValue(json), cancel));
Verb("token", Token.Description(stateFolder), [account], (parsed, cancel) => Token.Run(OnThisMachine(), parsed.GetValue(account)!, cancel));
var method = new Argument<string>("call") { Description = "The call, for example Journeys/GetJourney; all of them: docs/calls.md" };
var body = new Argument<string?>("json") { Description = "The request in JSON, for example '{\"workerNumber\": \"LA-7KQ2-M9XD-R\"}'", Arity = ArgumentArity.ZeroOrOne };
var caller = new Option<string?>("--account") { Description = "Who calls; without it the call is made without sign-in" };
var why = new Option<string?>("--purpose") { Description = "Why; without it the first purpose that the call declares" };
var whose = new Option<string?>("--service") { Description = "Which service is asked, for calls that all of them have" };
var then = new Option<string?>("--at") { Description = "What the registry is to take for now (in Development), for example 2027-02-01T08:00:00Z: what would be answered then" };
Verb("call", "Make one call and print the answer (docs/calls-by-hand.md)", [method, body, caller, why, whose, then], (parsed, cancel) => CallByHand.Run(
    OnThisMachine(), new(parsed.GetValue(method)!, parsed.GetValue(body), parsed.GetValue(caller), parsed.GetValue(why), parsed.GetValue(whose), parsed.GetValue(then)), Console.Out, Console.Error, cancel));
Verb("export", "Take out an account's own data of a service, to standard output", [account, service, export, format, language, purpose, worker], (parsed, cancel) => Export.Run(
    OnThisMachine(),
    new(parsed.GetValue(account)!, parsed.GetValue(service)!, parsed.GetValue(export), parsed.GetValue(format)!, parsed.GetValue(language)!, parsed.GetValue(purpose)!, parsed.GetValue(worker)),
    cancel));
var passVerb = new Argument<string>("what") { Description = "verify: check a pass with no network; lists: take along what that needs" };
passVerb.AcceptOnlyFromAmong("verify", "lists");
var passPath = new Argument<string>("path") { Description = "verify: the file with the pass, the certificate of orientation or the statement of insurance periods, - for standard input; lists: the folder to write" };
var holder = new Option<string>("--worker") { Description = "The number of the worker who shows a certificate: another worker's is not taken" };
var carried = new Option<DirectoryInfo>("--lists") { Description = "The folder that `pass lists` wrote", DefaultValueFactory = _ => new(Path.Combine(stateFolder, "pass-lists")) };
Verb("pass", "verify FILE|-: is a departure pass or a certificate of orientation valid? With no network, from lists taken along before (docs/passes.md)", [passVerb, passPath, carried, holder], (parsed, cancel) => parsed.GetValue(passVerb) == "lists"
    ? Pass.Lists(OnThisMachine(), new(parsed.GetValue(passPath)!), cancel)
    : Pass.Verify(parsed.GetValue(passPath)!, parsed.GetValue(carried)!, parsed.GetValue(holder), cancel));
var at = new Option<DateTimeOffset?>("--at") { Description = "The moment, for example 2026-11-26T07:00:00Z; without one, as far as the archive goes" };
var keep = new Option<int?>("--keep") { Description = "Keep so many base backups, and remove older ones with the WAL that only they need" };
keep.Validators.Add(given =>
{
    if (given.GetValueOrDefault<int?>() is < 1)
        given.AddError("--keep takes a number from 1 on.");
});
Verb("backup", "Take a base backup into .local/backups; from the first one on, WAL is archived there too (docs/operations.md)", [keep], (parsed, cancel) => BackupAndRestore.Backup(OnThisMachine(), parsed.GetValue(keep), cancel));
Verb("restore", "Stop everything and put the databases back as they were at a moment; keys and secrets must be in place (docs/operations.md)", [at], (parsed, cancel) => BackupAndRestore.Restore(OnThisMachine(), parsed.GetValue(at), cancel));
Verb("format", "Format the source", [], (_, cancel) => Tools.Format(checkout, cancel));
Verb("protos", "Check the protos: style, and changes that would break a caller", [accept], (parsed, cancel) => Tools.Protos(checkout, parsed.GetValue(accept), cancel));
Verb("docs", "Write what is generated from the source: pages of calls and events, pinned events", [], (_, cancel) => Tools.Docs(checkout, cancel));
Verb("wipe", "Stop everything and remove all data", [yes], (parsed, cancel) => Wipe.Run(checkout, stateFolder, parsed.GetValue(yes), cancel));
Verb("help", "Show this", [], (_, cancel) => root.Parse("--help").InvokeAsync(cancellationToken: cancel));

string[] words = args.Length == 1 ? ["help"] : args[1..];
try
{
    return await root.Parse(words).InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(3) });
}
catch (CannotGoOnException problem)
{
    await Console.Error.WriteLineAsync($"registry: {problem.Message}");
    return 1;
}
catch (Grpc.Core.RpcException refused)
{
    var correlation = refused.Trailers.GetValue("gms-correlation-id");
    await Console.Error.WriteLineAsync($"registry: a service refused a call: {refused.Status.Detail}{(correlation is null ? "" : $" (reference {correlation}, in the logs under {Path.Combine(stateFolder, "logs")})")}");
    return 1;
}
catch (OperationCanceledException)
{
    return 130;
}

static bool IsOfThisMachine(IPAddress address) =>
    IPAddress.IsLoopback(address) || NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses).Any(own => own.Address.Equals(address));

static IPAddress Refuse(System.CommandLine.Parsing.ArgumentResult given)
{
    given.AddError($"--address takes one IP address of this machine in a private network, for example 192.168.1.5, and {given.Tokens[0].Value} is none.");
    return IPAddress.Loopback;
}

void Verb(string name, string description, Symbol[] symbols, Func<ParseResult, CancellationToken, Task<int>> run)
{
    var verb = new Command(name, description);
    foreach (var symbol in symbols)
    {
        if (symbol is Option option)
            verb.Options.Add(option);
        else
            verb.Arguments.Add((Argument)symbol);
    }

    verb.SetAction(run);
    root.Subcommands.Add(verb);
}
