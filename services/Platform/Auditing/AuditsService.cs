using Gms.Audits.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Gms.Platform;

/// <summary>Audits.ListAudit: this service's audit of one account or about one person.</summary>
sealed class AuditsService(ServiceDb db, Call call) : Gms.Audits.V1.Audits.AuditsBase
{
    public override async Task<ListAuditResponse> ListAudit(ListAuditRequest request, ServerCallContext context)
    {
        var (size, cancel) = (Read.PageSize(request.PageSize), context.CancellationToken);
        var account = Read.OptionalText(request.AccountId, "account_id", 100);
        var worker = request.WorkerNumber.Length == 0 ? null : Read.WorkerNumber(request.WorkerNumber, "worker_number");
        if (account is null == worker is null)
            throw Refuse.Invalid(PlatformProblems.AuditOfWhom());
        var before = request.PageToken.Length == 0 ? (DisclosurePosition?)null : DisclosurePosition.Parse(request.PageToken) ?? throw Refuse.Invalid(PlatformProblems.PageTokenMalformed());
        var onlyRefused = request.OnlyRefused;

        var rows = Within(db.Set<AuditRow>().AsNoTracking(), call.ForQuery());
        if (worker is not null)
        {
            var numbers = await db.NumbersOf(worker, cancel);
            rows = rows.Where(r => numbers.Contains(r.Subject!));
        }
        if (account is not null)
            rows = rows.Where(r => r.Account == account);
        if (onlyRefused)
            rows = rows.Where(r => r.Kind == "refused");
        if (before is { At: var at, Id: var id })
            rows = rows.Where(r => r.At < at || (r.At == at && r.Id < id));
        var page = await rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(size + 1).ToListAsync(cancel);

        var shown = page.Take(size).ToList();
        foreach (var number in shown.Select(r => r.Subject).Append(worker).OfType<string>().Distinct())
            call.Disclose(number, "audit");
        return new()
        {
            Entries = { shown.Select(Of) },
            NextPageToken = page.Count > size ? new DisclosurePosition(shown[^1].At, shown[^1].Id).ToString() : "",
        };
    }

    /// <summary>An audit row knows the organisation of who acted and the person it is about, not the organisation's country: that much decides who sees it.</summary>
    static IQueryable<AuditRow> Within(IQueryable<AuditRow> rows, Caller caller)
    {
        var (organisation, people) = (caller.Organisation, caller.Country + "-");
        if (caller.Agency is not null)
            return rows.Where(r => r.Organisation == organisation);
        return caller.Country is null ? rows : rows.Where(r => r.Organisation == organisation || r.Subject!.StartsWith(people));
    }

    static AuditEntry Of(AuditRow row) => new()
    {
        AuditId = row.Id.ToString(),
        At = row.At.ToTimestamp(),
        Kind = row.Kind switch { "change" => AuditKind.Change, "refused" => AuditKind.Refused, _ => AuditKind.Read },
        AuditEvent = row.Event,
        Call = row.Call,
        AccountId = row.Account,
        OrganisationId = row.Organisation,
        ActingService = row.Actor ?? "",
        Purpose = Purposes.TryParse(row.Purpose, out var purpose) ? purpose : Type.V1.Purpose.Unspecified,
        WorkerNumber = row.Subject ?? "",
        Fields = { row.Fields?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [] },
        Outcome = row.Outcome ?? "",
        CorrelationId = row.CorrelationId,
    };
}
