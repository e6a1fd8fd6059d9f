using Gms.Platform;
using Gms.Reintegration.Cases;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Grants;

partial class GrantsService
{
    public override async Task<Proto.ListGrantsResponse> ListGrants(Proto.ListGrantsRequest request, ServerCallContext context)
    {
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), context.CancellationToken);
        var grants = await (from g in db.Grants.AsNoTracking() join b in db.GrantBudgets on g.BudgetId equals b.Id where g.CaseId == held.Id orderby g.Id select new { Grant = g, b.Programme }).ToListAsync(context.CancellationToken);

        call.Disclose(held.WorkerNumber, "grants");
        return new() { Grants = { grants.Select(g => ToProto(g.Grant, g.Programme, words.ToRead(held))) } };
    }

    static Proto.Grant ToProto(Grant grant, string programme, Words told) => new()
    {
        GrantId = grant.Id.ToString(),
        Programme = programme,
        Service = grant.Service,
        Purpose = told.Read(grant.PurposeEncrypted, grant.Id) ?? "",
        Amount = grant.Amount.ToProto(),
        State = ToProto(grant.State),
        AskedOn = grant.AskedOn.ToProto(),
        AskedBy = grant.AskedBy,
        DecidedOn = grant.DecidedOn?.ToProto(),
        DecidedBy = grant.DecidedBy ?? "",
        Reason = told.Read(grant.ReasonEncrypted, grant.Id) ?? "",
        PaidOn = grant.PaidOn?.ToProto(),
        Evidence = grant.Evidence ?? "",
        ReturnedOn = grant.ReturnedOn?.ToProto(),
        Returned = grant.ReturnedOn is null ? null : new() { Minor = grant.ReturnedMinor, Currency = grant.Currency },
    };
}
