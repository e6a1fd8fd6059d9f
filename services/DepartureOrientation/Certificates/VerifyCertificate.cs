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
        var asked = ReadQuestion(request);
        MustReach(asked);

        var numbers = await db.NumbersOf(asked.WorkerNumber, context.CancellationToken);
        var held = await Held(numbers).Where(c => asked.Shown == null || c.Id == asked.Shown).ToListAsync(context.CancellationToken);

        call.Disclose(asked.WorkerNumber, "certificate");
        return Answer(asked, held);
    }

    static CertificateQuestion ReadQuestion(Proto.VerifyCertificateRequest request) => new(
        Read.WorkerNumber(request.WorkerNumber, "worker_number"),
        Read.OptionalId(request.CertificateId, "certificate_id"),
        Read.Country(request.Origin, "origin"),
        Read.Country(request.Destination, "destination"),
        Read.Day(request.Day, "day"));

    void MustReach(CertificateQuestion asked) => call.MustReach(new Reach { Countries = [asked.Origin, asked.Destination], Worker = asked.WorkerNumber }, "worker_number");

    /// <summary>The certificates under these numbers, the newest first.</summary>
    IQueryable<Certificate> Held(IReadOnlyCollection<string> numbers) =>
        db.Certificates.AsNoTracking().Include(c => c.Curriculum).Where(c => numbers.Contains(c.WorkerNumber)).OrderByDescending(c => c.IssuedOn).ThenByDescending(c => c.Id);

    Proto.VerifyCertificateResponse Answer(CertificateQuestion asked, IEnumerable<Certificate> held)
    {
        var judged = held.Select(c => Judge(asked, c)).ToList();
        var best = judged.Find(j => j is { Flaw: null, Equivalence: null }) ?? judged.Find(j => j.Flaw is null) ?? judged.FirstOrDefault();
        return new()
        {
            Check = OrientationCheck.Of(programmes, programmes.Of(asked.Origin, Stage.PreDeparture, asked.Day), best?.Certificate, best?.Flaw, best?.Equivalence),
            Certificate = best?.Certificate.ToProto(),
        };
    }

    Judged Judge(CertificateQuestion asked, Certificate certificate)
    {
        var equivalence = equivalences.For(certificate, asked.Origin, asked.Day);
        return new(certificate, CertificateRules.Flaw(certificate, asked.Origin, asked.Destination, asked.Day, signer.Confirms(certificate), equivalence), equivalence);
    }

    /// <param name="Certificate">A certificate of the worker.</param>
    /// <param name="Flaw">Why it does not answer; null when it does.</param>
    /// <param name="Equivalence">By what it counts though another country issued it; null when the country left did.</param>
    sealed record Judged(Certificate Certificate, string? Flaw, Equivalence? Equivalence);
}

/// <summary>Whose certificate is asked for, for which corridor and day.</summary>
/// <param name="Shown">The certificate that was shown; null for any.</param>
sealed record CertificateQuestion(string WorkerNumber, Guid? Shown, string Origin, string Destination, DateOnly Day);

/// <summary>The one check by which a departure learns of orientation. Pure.</summary>
static class OrientationCheck
{
    /// <param name="programme">The origin's programme in force on the day; null when there was none.</param>
    /// <param name="best">The certificate the check rests on; null when the worker has none.</param>
    /// <param name="flaw">Why that certificate does not answer; null when it does.</param>
    /// <param name="equivalence">By what it counts though another country issued it; null when the country left did.</param>
    public static Check Of(Programmes programmes, Programme? programme, Certificate? best, string? flaw, Equivalence? equivalence = null)
    {
        var check = new Check { Code = "ORIENTATION_CERTIFICATE" };
        if (programme is null)
        {
            check.Outcome = best is not null && flaw is null && equivalence is not { Confidence: Confidence.Low } ? Outcome.Pass : Outcome.NotApplicable;
            check.Message = "No programme of orientation before departure is known for that country and day.";
            return check;
        }

        // How sure we are that no worker may leave without it: a condition read in a law decides, one without a document at hand warns.
        var confidence = programmes.ConditionOf(programme);
        check.Source = programme.ToSource(programmes.ConditionSource(programme), confidence);
        check.Decisive = check.Source.Confidence != Confidence.Low;
        if (best is not null && flaw is null && equivalence is not null)
        {
            // How sure it is that the certificate counts is how sure it is that the two are taken as equal.
            check.Source = new() { Rule = programme.Id, Text = equivalence.Source, Confidence = equivalence.Confidence };
            check.Outcome = equivalence.Confidence == Confidence.Low ? Outcome.Unknown : Outcome.Pass;
            check.Message = $"The worker holds a certificate of {best.CurriculumCode} that {equivalence.IssuedBy} issued on {best.IssuedOn:yyyy-MM-dd}.";
            check.Remedy = check.Outcome == Outcome.Unknown ? $"Confirm that {equivalence.AcceptedBy} takes certificates of {equivalence.IssuedBy}." : "";
            return check;
        }
        (check.Outcome, check.Message, check.Remedy) = (best, flaw) switch
        {
            (null, _) => (Outcome.Fail, "The worker has no certificate of orientation.", "Attend a session of orientation before departure; it is free for the worker."),
            (_, { } reason) => (Outcome.Fail, $"The certificate does not answer for this departure. {reason}", "Attend a session of orientation for this corridor; it is free for the worker."),
            _ => (Outcome.Pass, $"The worker holds a certificate of {best.CurriculumCode}, issued on {best.IssuedOn:yyyy-MM-dd}.", ""),
        };
        return check;
    }
}
