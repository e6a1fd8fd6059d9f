using Gms.Platform;
using Gms.SocialSecurity.Memberships;

namespace Gms.SocialSecurity.Portability;

/// <summary>Payments abroad and certificates of coverage as they are taken out.</summary>
static class PortabilityExport
{
    public static ExportTable<SocialSecurityDb> Payments { get; } = new ExportTable<SocialSecurityDb, PaymentRequest>
    {
        Name = "payments-abroad",
        Holds = "Requests to pay a benefit abroad, and what became of them.",
        Permission = "portability.read",
        Table = "payment_requests",
        Within = ["payment_steps"],
        Rows = db => db.PaymentRequests,
        Key = new(p => p.Id),
        Worker = p => p.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(p => p.Country == country),
        Changed = (rows, since) => rows.Where(p => since.Subjects.Contains(p.Id.ToString())),
        Columns =
        [
            new("id", "The request's id.", p => p.Id),
            new("worker_number", "Who claims.", p => p.WorkerNumber),
            new("country", "The country of the scheme, which holds the record.", p => p.Country, CodeList.Countries),
            new("scheme", "The scheme that is to pay.", p => p.Scheme, ExportCodes.Schemes),
            new("benefit", "What is claimed.", p => p.Benefit, CodeList.Of<ExitBenefit>()),
            new("pay_in", "Where it is to be paid.", p => p.PayIn, CodeList.Countries),
            new("state", "Where it stands.", p => p.State, CodeList.Of<PaymentState>()),
            new("amount", "What was approved, in minor units; empty before.", p => p.Amount),
            new("currency", "ISO 4217.", p => p.Currency),
            new("answer_by", "By which day the office should say more; empty when it is not its turn.", p => p.AnswerBy),
            new("version", "Counts its steps.", p => p.Version),
            new("steps", "Every step: time, state, what was said.", p => p.Steps.OrderBy(s => s.Number).Select(s => $"{s.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} {s.State} {s.Reply}".TrimEnd())),
        ],
    };

    public static ExportTable<SocialSecurityDb> Certificates { get; } = new ExportTable<SocialSecurityDb, CertificateOfMember>
    {
        Name = "coverage-certificates",
        Holds = "Certificates that a posted worker stays insured at home.",
        Permission = "portability.read",
        Table = "coverage_certificates",
        Rows = db => db.CoverageCertificates.Join(db.Memberships, c => c.MembershipId, m => m.Id, (c, m) => new CertificateOfMember { Certificate = c, WorkerNumber = m.WorkerNumber, Country = m.Country }),
        Key = new(r => r.Certificate.Id),
        Worker = r => r.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(r => r.Country == country),
        Columns =
        [
            new("id", "The certificate's id.", r => r.Certificate.Id),
            new("membership_id", "The membership that goes on.", r => r.Certificate.MembershipId),
            new("worker_number", "Who is posted.", r => r.WorkerNumber),
            new("host", "The country worked in.", r => r.Certificate.Host, CodeList.Countries),
            new("from_day", "The first day abroad.", r => r.Certificate.FromDay),
            new("to_day", "The last day abroad.", r => r.Certificate.ToDay),
            new("agreement", "The agreement that has the host ask for no contributions; empty when there is none.", r => r.Certificate.Agreement),
            new("certified_at", "When.", r => r.Certificate.CertifiedAt),
        ],
    };

    /// <summary>A certificate and whose it is.</summary>
    internal sealed class CertificateOfMember
    {
        public required CoverageCertificate Certificate { get; init; }

        public required string WorkerNumber { get; init; }

        public required string Country { get; init; }
    }
}
