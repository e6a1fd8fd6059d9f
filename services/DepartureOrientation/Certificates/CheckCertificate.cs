using Gms.Credentials;
using Gms.Platform;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

partial class CertificatesService
{
    public override async Task<Proto.CheckCertificateResponse> CheckCertificate(Proto.CheckCertificateRequest request, ServerCallContext context)
    {
        var (cancel, now) = (context.CancellationToken, clock.GetUtcNow());
        if (request.Text.Length > PassText.MostCharacters)
            throw Refuse.Invalid(CertificateProblems.CertificateTextTooLong(PassText.MostCharacters));
        var text = Read.Text(request.Text, "text", PassText.MostCharacters);
        var holder = request.WorkerNumber.Length == 0 ? null : Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var trust = await keys.Trust(null, cancel);
        var read = new CertificateCheck(trust).Check(text, now);
        if (read.Certificate is not { } shown)
        {
            call.Reaches(new());    // nobody's record: nothing of it is shown
            return Said(read, null);
        }
        call.MustReach(new() { Countries = [shown.Country, .. new[] { shown.Origin, shown.Destination }.OfType<string>()] }, Problems.CertificateNotFound());
        return await OnRecord(text, shown, holder, trust, now, cancel);
    }

    /// <summary>A genuine signature; what the record says comes before what any list says.</summary>
    async Task<Proto.CheckCertificateResponse> OnRecord(string text, OrientationCertificate shown, string? holder, TrustList trust, DateTimeOffset now, CancellationToken cancel)
    {
        var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == shown.CertificateId, cancel);
        if (certificate is null || certificate.WorkerNumber != shown.WorkerNumber || !signer.Confirms(certificate))
            return new()
            {
                Verdict = "CERTIFICATE_NOT_ON_RECORD",
                Message = "The signature is right, but this certificate was never issued.",
                Remedy = "Keep the paper and report it at once: somebody may have the country's key.",
                AsOf = Timestamp.FromDateTimeOffset(now),
            };

        var own = holder is null || (await db.NumbersOf(holder, cancel)).Contains(shown.WorkerNumber);
        var list = new StatusList(shown.StatusUri, certificate.State == CertificateState.Revoked ? [shown.StatusIndex] : [], now, now.AddMinutes(1));
        var verdict = new CertificateCheck(trust, shown.Country, list).Check(text, now) with { OtherWorker = !own };
        call.Disclose(certificate.WorkerNumber, "certificate");
        return Said(verdict, certificate);
    }

    static Proto.CheckCertificateResponse Said(CertificateVerdict verdict, Certificate? certificate)
    {
        var words = CertificateWords.Of(verdict);
        return new()
        {
            Verdict = verdict.Code,
            Message = words.Sentence,
            Remedy = words.WhatToDo,
            AsOf = verdict.AsOf is { } asOf ? Timestamp.FromDateTimeOffset(asOf) : null,
            WorkerNumber = certificate?.WorkerNumber ?? "",
            Certificate = certificate?.ToProto(),
        };
    }
}
