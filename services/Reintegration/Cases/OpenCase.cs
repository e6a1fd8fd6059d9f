using Gms.Platform;
using Gms.Reintegration.Plans;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;
using RegistryProto = Gms.Registry.V1;

namespace Gms.Reintegration.Cases;

partial class CasesService
{
    public override async Task<Proto.OpenCaseResponse> OpenCase(Proto.OpenCaseRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var from = Read.Country(request.From, "from");
        var reason = Read.Code(request.Reason, "reason", intake.Offers.Reasons.Keys);
        var returnedOn = Read.Day(request.ReturnedOn, "returned_on");
        var consent = request.Consent is null ? null : PlansService.ReadConsent(request.Consent);
        await MustBeEnrolled(number, cancel);
        var walkIn = new Case
        {
            Country = country,
            WorkerNumber = number,
            Source = returnedOn > clock.TodayIn(country) ? CaseSource.BeforeReturn : CaseSource.WalkIn,
            From = from,
            Reason = reason,
            ReturnedOn = returnedOn,
            OpenedAt = clock.GetUtcNow(),
        };
        await db.OneOpeningAtATime(country, cancel);
        var numbers = await db.NumbersOf(number, cancel);
        var open = await db.Cases.Include(c => c.Signs).Where(c => c.Country == country && numbers.Contains(c.WorkerNumber) && c.State != CaseState.Closed).OrderBy(c => c.Id).ToListAsync(cancel);
        if (walkIn.Source == CaseSource.WalkIn && open is [{ State: CaseState.BeforeReturn } expected])
            return await CameToTheOffice(expected, walkIn, cancel);

        Refuse.IfAny(CaseRules.ToOpen(walkIn, consent, open.Count > 0, clock.TodayIn(country)));

        intake.Add(walkIn.Source == CaseSource.BeforeReturn ? walkIn.Before(consent!) : walkIn);
        db.Publish(walkIn.Opened());
        call.Disclose(walkIn.WorkerNumber, "case");
        return await db.Commit(new Proto.OpenCaseResponse { CaseId = walkIn.Id.ToString() }, cancel);
    }

    /// <summary>Whose case was opened before the return, and who is here now, goes on with that case.</summary>
    async Task<Proto.OpenCaseResponse> CameToTheOffice(Case expected, Case walkIn, CancellationToken cancel)
    {
        Refuse.IfAny(CaseRules.ToOpen(walkIn, null, false, clock.TodayIn(walkIn.Country)));

        expected.Arrive(null, walkIn.From, walkIn.ReturnedOn, walkIn.Reason);
        intake.Arrived(expected);
        call.Disclose(expected.WorkerNumber, "case");
        return await db.Commit(new Proto.OpenCaseResponse { CaseId = expected.Id.ToString() }, cancel);
    }

    /// <summary>The case keeps the number that the caller used, also when the Registry answers another one after a merge: it is found under either.</summary>
    async Task MustBeEnrolled(string number, CancellationToken cancel)
    {
        var registry = new RegistryProto.Workers.WorkersClient(peers.To("Registry", Purpose.Reintegration));
        var answer = await registry.ConfirmWorkerAsync(new() { WorkerNumber = number }, cancellationToken: cancel);
        if (!answer.Exists)
            throw Refuse.NotNow(Problems.CaseWorkerUnknown());
    }
}
