using Gms.DepartureOrientation.Curricula;
using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

partial class CertificatesService
{
    public override async Task<Proto.VerifyCertificateResponse> VerifyCertificate(Proto.VerifyCertificateRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var shown = Read.OptionalId(request.CertificateId, "certificate_id");
        var origin = Read.Country(request.Origin, "origin");
        var destination = Read.Country(request.Destination, "destination");
        var day = Read.Day(request.Day, "day");
        call.MustReach(new Reach { Countries = [origin, destination], Worker = number }, "worker_number");

        var numbers = await db.NumbersOf(number, context.CancellationToken);
        var held = await db.Certificates.AsNoTracking()
            .Where(c => numbers.Contains(c.WorkerNumber) && (shown == null || c.Id == shown))
            .OrderByDescending(c => c.IssuedOn).ThenByDescending(c => c.Id)
            .ToListAsync(context.CancellationToken);
        var judged = held.Select(c => (Certificate: c, Flaw: CertificateRules.Flaw(c, origin, destination, day, signer.Confirms(c)))).ToList();
        var (best, flaw) = judged.Find(j => j.Flaw is null) is { Certificate: not null } good ? good : judged.FirstOrDefault();

        call.Disclose(number, "certificate");
        return new()
        {
            Check = OrientationCheck.Of(programmes, programmes.Of(origin, Stage.PreDeparture, day), best, flaw),
            Certificate = best?.ToProto(),
        };
    }
}

/// <summary>The one check by which a departure learns of orientation. Pure.</summary>
static class OrientationCheck
{
    /// <param name="programme">The origin's programme in force on the day; null when there was none.</param>
    /// <param name="best">The certificate the check rests on; null when the worker has none.</param>
    /// <param name="flaw">Why that certificate does not answer; null when it does.</param>
    public static Check Of(Programmes programmes, Programme? programme, Certificate? best, string? flaw)
    {
        var check = new Check { Code = "ORIENTATION_CERTIFICATE" };
        if (programme is null)
        {
            check.Outcome = best is not null && flaw is null ? Outcome.Pass : Outcome.NotApplicable;
            check.Message = "No programme of orientation before departure is known for that country and day.";
            return check;
        }

        // How sure we are that no worker may leave without it: a condition read in a law decides, one without a document at hand warns.
        var confidence = programmes.ConditionOf(programme);
        check.Source = programme.ToSource(programmes.ConditionSource(programme), confidence);
        check.Decisive = check.Source.Confidence != Confidence.Low;
        (check.Outcome, check.Message, check.Remedy) = (best, flaw) switch
        {
            (null, _) => (Outcome.Fail, "The worker has no certificate of orientation.", "Attend a session of orientation before departure; it is free for the worker."),
            (_, { } reason) => (Outcome.Fail, $"The certificate does not answer for this departure. {reason}", "Attend a session of orientation for this corridor; it is free for the worker."),
            _ => (Outcome.Pass, $"The worker holds a certificate of {best.CurriculumCode}, issued on {best.IssuedOn:yyyy-MM-dd}.", ""),
        };
        return check;
    }
}
