using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Conventions;

/// <summary>What a service's database maps, told without a database.</summary>
static class Mapped
{
    public static IModel Of<TDb>() where TDb : ServiceDb
    {
        var options = SchemaSteps.Options(new DbContextOptionsBuilder<TDb>().UseNpgsql("Host=127.0.0.1;Port=1;Database=none")).Options;
        using var db = ActivatorUtilities.CreateInstance<TDb>(new ServiceCollection().BuildServiceProvider(), options, new Call(), new ServiceSignals());
        return db.Model;
    }
}
