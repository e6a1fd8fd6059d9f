using Gms.Events;
using Gms.Platform;
using Gms.Registry.Corridors;
using Gms.Registry.Distress;
using Gms.Registry.Documents;

namespace Gms.Registry;

/// <summary>The code lists of the Registry's exports that are data.</summary>
static class ExportCodes
{
    public static CodeList Channels { get; } = CodeList.Of("channel", CorridorTable.Load().Channels);

    public static CodeList EmploymentTypes { get; } = CodeList.Of("employment_type", new CodeLists().EmploymentTypes);

    public static CodeList ReturnReasons { get; } = CodeList.Of("return_reason", new CodeLists().ReturnReasons);

    public static CodeList DistressKinds { get; } = CodeList.Of("distress_kind", new DistressKinds().Codes);

    public static CodeList DocumentKinds { get; } = CodeList.Of("document_kind", new DocumentKinds().Codes);

    public static CodeList Checkpoints { get; } = CodeList.OfNames("checkpoint", Names(CheckpointTable.Load()));

    /// <summary>What stands on timelines, without the version of the event.</summary>
    public static CodeList Events { get; } = CodeList.Of("event",
        EventNames.All.Where(t => typeof(IWorkerEvent).IsAssignableFrom(t) || typeof(IWorkersEvent).IsAssignableFrom(t)).Select(t => WithoutVersion(EventNames.Of(t))).Distinct());

    public static string WithoutVersion(string name) => name.Split(':')[0];

    static Dictionary<string, string> Names(CheckpointTable table) => table.Codes.ToDictionary(code => code, code => $"{table[code].SideA.Name} / {table[code].SideB.Name}");
}
