using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gms.Platform;

/// <summary>
/// One reviewed step of a schema: the SQL file Migrations/&lt;id&gt;.sql of the service, named by its [Migration] attribute. Applied once, in order, by EF Core's migrator.
/// `":app"` in the text stands for the service's app role.
/// </summary>
public abstract class SqlStep : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var id = GetType().GetCustomAttribute<MigrationAttribute>()!.Id;
        migrationBuilder.Sql(SchemaSteps.ForApp(Resource(GetType().Assembly, $".Migrations.{id}.sql")));
    }

    internal static string Resource(Assembly assembly, string ending)
    {
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith(ending, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

/// <summary>
/// A step that every service has: Storage/&lt;id without 0000_&gt;.sql of the platform. A service derives from it once for each: 0000_platform, the tables that the
/// platform needs, and what was added to them later.
/// </summary>
public abstract class PlatformStep : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var id = GetType().GetCustomAttribute<MigrationAttribute>()!.Id;
        migrationBuilder.Sql(SchemaSteps.ForApp(SqlStep.Resource(typeof(PlatformStep).Assembly, $".Storage.{id["0000_".Length..]}.sql")));
    }
}
