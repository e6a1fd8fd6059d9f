using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Gms.Platform;

/// <summary>Applies a service's schema steps with the steps role, which owns the tables; the app role only uses them.</summary>
public static class SchemaSteps
{
    /// <summary>Seconds: an index over every worker of a country takes its time.</summary>
    const int LongestStep = 3600;

    [ThreadStatic]
    static string? s_app;

    internal static string ForApp(string sql) => sql.Replace("\":app\"", '"' + (s_app ?? throw new InvalidOperationException("Schema steps run through SchemaSteps.Apply.")) + '"', StringComparison.Ordinal);

    public static void Apply<TDb>(string stepsConnection, string appConnection) where TDb : ServiceDb
    {
        using var database = DatabaseServers.Open(stepsConnection);
        DatabaseServers.WaitUntilReached(database).GetAwaiter().GetResult();    // EF applies steps one after the other, and so do we
        var options = Options<TDb>(new DbContextOptionsBuilder<TDb>().UseNpgsql(database, o => o.MigrationsHistoryTable("schema_steps").CommandTimeout(LongestStep))).Options;
        using var db = ActivatorUtilities.CreateInstance<TDb>(new ServiceCollection().BuildServiceProvider(), options, new Call(), new ServiceSignals());

        s_app = new NpgsqlConnectionStringBuilder(appConnection).Username;
        try
        {
            db.Database.Migrate();
        }
        finally
        {
            s_app = null;
        }
    }

    /// <summary>The model snapshot that EF compares with needs its design package, which we do without: a test compares model and database instead.</summary>
    internal static DbContextOptionsBuilder<TDb> Options<TDb>(DbContextOptionsBuilder<TDb> options) where TDb : ServiceDb
    {
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        return options;
    }
}
