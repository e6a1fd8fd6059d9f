using System.Linq.Expressions;
using Gms.Platform;
using Gms.Reintegration.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Reintegration;

/// <summary>A row and the case within which it is, by which it is somebody's.</summary>
sealed class OfCase<T>
{
    public required T Row { get; init; }

    public required Case Case { get; init; }
}

/// <summary>Rows within cases as they are taken out: an office has those of its own cases, and of its country's cases that no office has taken.</summary>
static class ExportOfCase
{
    public static IQueryable<OfCase<T>> Own<T>(ReintegrationDb db, IQueryable<OfCase<T>> rows, Caller caller) =>
        rows.Where(r => r.Case.Office == caller.Organisation || (r.Case.Office == null && r.Case.Country == caller.Country));

    public static Expression<Func<OfCase<T>, string?>> Worker<T>() => r => r.Case.WorkerNumber;

    /// <summary>What was told within a case, as its reader may have it.</summary>
    public static Words WordsOf(this IServiceProvider services, Case held) => services.GetRequiredService<CaseWords>().ToRead(held);

    /// <summary>The columns that every such export begins with.</summary>
    public static IReadOnlyList<ExportColumn<OfCase<T>>> Columns<T>(Func<T, Guid> id) =>
    [
        new("id", "Its id.", r => id(r.Row)),
        new("case_id", "The case.", r => r.Case.Id),
        new("worker_number", "Whose case it is.", r => r.Case.WorkerNumber),
    ];
}
