using System.Text.RegularExpressions;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Gms.Conventions;

/// <summary>What is written can be read back: every table about a worker, every column, every code with its meaning.</summary>
public sealed partial class ExportTests
{
    /// <summary>Tables about a worker that no export gives, and why.</summary>
    static readonly Dictionary<string, string> NotGiven = new()
    {
        ["Access.sign_ins"] = "Where somebody is signed in now: the worker ends it by signing out, and nothing of it is kept for long.",
        ["Access.sessions"] = "Where somebody is signed in: shown to its owner, who ends it, on the page of the own sign-in; gone a week after.",
        ["Access.codes"] = "A secret of one sign-in, alive for a minute.",
        ["Access.sign_in_codes"] = "A secret for one sign-in, kept as a hash and gone within a week; that it was printed or used stands in the disclosures and the audit.",
        ["Access.messages"] = "Carries such a secret; emptied when it was sent and gone within a week.",
        ["Access.reminders"] = "That somebody is to be reminded: what of stands on the timeline; gone a week after it is of use to nobody.",
        ["Access.refresh_tokens"] = "A secret of one sign-in.",
        ["DepartureOrientation.used_codes"] = "Which of the codes were used, by number: the stay itself is given.",
        ["DepartureOrientation.arrival_watches"] = "The day by which somebody is to be oriented; gone when that was done or a work item says it was not.",
        ["Recruitment.concerns"] = "What somebody told without a name: of whom, nobody knows; a complaint that was opened from it is given.",
        ["Registry.crossing_watches"] = "The day on which somebody looks whether the next crossing came; gone when it was looked at.",
        ["Registry.disclosure_requests"] = "Who asked for a person's list of disclosures: the list itself says it.",
        ["Registry.duplicate_decisions"] = "An officer's word on two records: it would tell one person of another.",
        ["Registry.match_records"] = "Search keys, made from what is given.",
    };

    static IEnumerable<(Served Service, ExportTable Export)> All => Served.All.SelectMany(s => s.Exports.Select(e => (s, e)));

    [Fact]
    public void Every_service_gives_out_what_it_holds() => Broken.None(
        Served.All.Where(s => s.Exports.Count == 0).Select(s => s.Name),
        "A service that takes records in gives them out (.GivesOut in its Program.cs):");

    [Fact]
    public void Every_table_that_tells_of_a_worker_is_in_an_export() => Broken.None(
        from service in Served.All
        from table in AboutWorkers(service.Model.Value)
        where !service.Exports.Any(e => e.Table == table || e.Within.Contains(table)) && !NotGiven.ContainsKey($"{service.Name}.{table}")
        select $"{service.Name}.{table}",
        "A worker asks for everything about the own person. Not in any export (a <Thing>Export.cs beside the entity, or a reason in this test):");

    [Fact]
    public void No_exemption_outlives_its_table() => Broken.None(
        NotGiven.Keys.Except(Served.All.SelectMany(s => AboutWorkers(s.Model.Value).Select(t => $"{s.Name}.{t}"))),
        "Exempt, and no such table tells of a worker:");

    [Fact]
    public void Every_column_of_an_exported_table_is_given_or_left_out_for_a_reason() => Broken.None(
        from service in Served.All
        from exports in service.Exports.GroupBy(e => e.Table)
        let given = exports.SelectMany(e => e.Described.Select(c => c.Name).Concat(e.LeavesOut.Keys)).ToHashSet()
        from column in Columns(service, exports.Key)
        where !given.Contains(column) && column != "xmin"
        select $"{service.Name}: {exports.Key}.{column}",
        "What was written and cannot be read back (a column of the export, or its LeavesOut):");

    [Fact]
    public void Nothing_is_left_out_that_is_not_there() => Broken.None(
        from x in All
        from column in x.Export.LeavesOut.Keys.Concat(x.Export.Within.Where(t => Columns(x.Service, t).Count == 0))
        where !Columns(x.Service, x.Export.Table).Contains(column)
        select $"{x.Service.Name}: {x.Export.Name}: {column}",
        "No such column of the export's table, or no such table:");

    [Fact]
    public void Every_code_list_in_an_exported_table_is_shown_with_its_labels() => Broken.None(
        from x in All
        from property in x.Service.Model.Value.GetEntityTypes().Where(t => t.GetTableName() == x.Export.Table).SelectMany(t => t.GetProperties())
        let type = Nullable.GetUnderlyingType(property.ClrType) ?? property.GetElementType()?.ClrType ?? property.ClrType
        let column = property.GetColumnName()
        where type.IsEnum && !x.Service.Exports.Any(e => e.Table == x.Export.Table && e.Described.Any(c => c.Name == column && c.Codes?.Name == SnakeCase.Of(type.Name)))
        select $"{x.Service.Name}: {x.Export.Table}.{column} ({type.Name})",
        "A code without its meaning tells nobody anything (CodeList.Of<TheEnum>()):");

    [Fact]
    public void Every_code_has_a_label_in_every_language() => Broken.None(
        from x in All
        let labels = Labels.Of(x.Service.Assembly)
        from list in x.Export.Described.Select(c => c.Codes).OfType<CodeList>()
        from code in list.Codes
        from language in Labels.Languages
        where list.Label(code, labels, language) is not { Length: > 0 }
        select $"{x.Service.Name}: {list.Name} {code} {language}",
        "Data/labels.json of the service lacks:");

    [Fact]
    public void Labels_of_one_list_differ() => Broken.None(
        from service in Served.All
        let labels = Labels.Of(service.Assembly)
        from language in Labels.Languages
        from same in labels.Known.GroupBy(k => (k.List, Label: labels.Find(k.List, k.Code, language))).Where(g => g.Count() > 1)
        where !OneThing.Contains(same.Key.List)
        select $"{service.Name}: {same.Key.List} {language}: {string.Join(", ", same.Select(k => k.Code))}",
        "Two codes with one label cannot be told apart:");

    /// <summary>Kinds of document have codes with and without their issuer.</summary>
    static readonly string[] OneThing = ["document_kind"];

    [Fact]
    public void An_export_is_named_and_explained() => Broken.None(
        from x in All
        let columns = x.Export.Described
        from fault in (string[])
        [
            .. Kebab().IsMatch(x.Export.Name) ? [] : (string[])["its name is not kebab case"],
            .. x.Export.Holds.EndsWith('.') ? [] : (string[])["Holds is no sentence"],
            .. x.Service.Permissions.Permissions.Contains(x.Export.Permission) ? [] : (string[])[$"no permission {x.Export.Permission}"],
            .. columns.Where(c => !Snake().IsMatch(c.Name) || !c.Meaning.EndsWith('.')).Select(c => $"column {c.Name}"),
            .. columns.SelectMany(c => c.Codes is null ? [c.Name] : (string[])[c.Name, c.Name + "_label"]).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => $"two columns {g.Key}"),
        ]
        select $"{x.Service.Name}: {x.Export.Name}: {fault}",
        "A reader knows an export by name, sentence and columns:");

    [Fact]
    public void Whatever_tells_of_a_worker_is_declared_as_disclosed() => Broken.None(
        All.Where(x => x.Export.TellsOfWorkers).Select(x => x.Export.Name.Replace('-', '_'))
            .Except(Declarations.Of(Gms.Exports.V1.ExportsReflection.Descriptor.Services[0].Methods.Single(m => m.Name == "Export"))!.Discloses),
        "protos/gms/exports/v1/exports.proto, discloses of Export, lacks:");

    [Fact]
    public void Export_names_are_the_service_s_own() => Broken.None(
        All.GroupBy(x => x.Export.Name).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(x => x.Service.Name))}"),
        "One name, two exports: a person's list of disclosures shows the name:");

    /// <summary>Tables with a worker number, and those whose rows belong to a row of such a table.</summary>
    static HashSet<string> AboutWorkers(IModel model)
    {
        var own = model.GetEntityTypes().Where(t => t.ClrType.Assembly != typeof(ServiceDb).Assembly && t.GetTableName() is not null).ToList();
        var about = own.Where(t => t.GetProperties().Any(p => p.GetColumnName() == "worker_number")).ToHashSet();
        while (own.Where(t => !about.Contains(t) && t.GetForeignKeys().Any(k => about.Contains(k.PrincipalEntityType))).ToList() is { Count: > 0 } more)
            about.UnionWith(more);
        return [.. about.Select(t => t.GetTableName()!)];
    }

    static IReadOnlyCollection<string> Columns(Served service, string table) => [.. service.Model.Value.GetRelationalModel().Tables.Where(t => t.Name == table).SelectMany(t => t.Columns).Select(c => c.Name)];

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Kebab();

    [GeneratedRegex("^[a-z]+(_[a-z]+)*$")]
    private static partial Regex Snake();
}
