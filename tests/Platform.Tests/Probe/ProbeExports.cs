namespace Gms.Platform.Tests.Probe;

/// <summary>What the probing service gives out: probes by country, and tellings, which are nobody's.</summary>
static class ProbeExports
{
    public static IReadOnlyList<ExportTable<ProbeDb>> All { get; } =
    [
        new ExportTable<ProbeDb, ProbeRow>
        {
            Name = "workers",    // a name that the contract declares as disclosed
            Holds = "Probes.",
            Permission = "probes.read",
            Table = "probes",
            Rows = db => db.Probes,
            Key = new(p => p.Id),
            Worker = p => p.WorkerNumber,
            OfCountry = (_, rows, country) => rows.Where(p => p.Country == country),
            Changed = (rows, since) => rows.Where(p => p.Id >= since.FirstId),
            Columns =
            [
                new("id", "The probe.", p => p.Id),
                new("name", "Its name.", p => p.Name),
                new("country", "Its country.", p => p.Country, CodeList.Countries),
                new("worker_number", "The worker.", p => p.WorkerNumber),
            ],
        },
        new ExportTable<ProbeDb, Telling>
        {
            Name = "tellings",
            Holds = "What consumers were told.",
            Permission = "probes.read",
            Table = "tellings",
            Rows = db => db.Tellings,
            Key = new(t => t.EventId, t => t.Consumer),
            OfCountry = (_, rows, _) => rows,
            Columns = [new("consumer", "Who was told.", t => t.Consumer), new("subject", "Of what.", t => t.Subject)],
        },
    ];
}
