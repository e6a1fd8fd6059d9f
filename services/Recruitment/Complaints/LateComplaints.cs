using Gms.Platform;
using Gms.Recruitment.Concerns;
using Gms.Recruitment.Inspections;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Recruitment.Complaints;

/// <summary>Looks at what is late: steps of complaints, and what agencies had to correct after a visit; forgets what has been kept long enough.</summary>
sealed class LateComplaints(NpgsqlDataSource database, Escalations escalations, OverdueActions actions, ForgottenWords words, TimeProvider clock, ILogger<LateComplaints> log)
    : TimedRounds(database, Key, Every, log)
{
    const long Key = 0x474D535F4C415445;    // "GMS_LATE"

    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task Round(CancellationToken cancel)
    {
        await escalations.Round(clock.GetUtcNow(), cancel);
        await actions.Round(clock.GetUtcNow(), cancel);
        await words.Round(clock.GetUtcNow(), cancel);
    }
}
