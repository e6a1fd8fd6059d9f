using Gms.DepartureOrientation.Curricula;
using Gms.Platform;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>Certificates as they are taken out, the signed form among them.</summary>
static class CertificateExport
{
    static readonly Programmes Known = Programmes.FromReference();
    static readonly CodeList ProgrammeNames = CodeList.OfNames("programme", Known.Ids.ToDictionary(id => id, id => Known[id].Name));

    public static ExportTable<DepartureOrientationDb> Certificates { get; } = new ExportTable<DepartureOrientationDb, Certificate>
    {
        Name = "certificates",
        Holds = "What workers were taught, where and for how long, as it was certified.",
        Permission = "certificates.read",
        Table = "certificates",
        Rows = db => db.Certificates,
        Key = new(c => c.Id),
        Worker = c => c.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(c => c.Country == country),
        OfOrganisation = (_, rows, caller) => rows.Where(c => c.Institution!.Organisation == caller.Organisation),
        Changed = (rows, since) => rows.Where(c => since.Subjects.Contains(c.Id.ToString())),
        Columns =
        [
            new("id", "The certificate's id.", c => c.Id),
            new("country", "The institution's country, whose key signs.", c => c.Country, CodeList.Countries),
            new("worker_number", "Whose it is.", c => c.WorkerNumber),
            new("enrolment_id", "The place in the session.", c => c.EnrolmentId),
            new("session_id", "The session.", c => c.SessionId),
            new("institution_id", "Where.", c => c.InstitutionId),
            new("curriculum_id", "The edition taught.", c => c.CurriculumId),
            new("curriculum_code", "The curriculum.", c => c.CurriculumCode),
            new("edition", "Its edition.", c => c.Edition),
            new("stage", "When in the journey.", c => c.Stage, CodeList.Of<Stage>()),
            new("programme", "The national programme it counts for.", c => c.Programme, ProgrammeNames),
            new("origin", "The country left; empty for any.", c => c.Origin, CodeList.Countries),
            new("destination", "The country of work; empty for any.", c => c.Destination, CodeList.Countries),
            new("language", "BCP 47.", c => c.Language),
            new("minutes", "The minutes attended.", c => c.Minutes),
            new("issued_on", "The day of issue.", c => c.IssuedOn),
            new("expires_on", "The last day; empty when it does not expire.", c => c.ExpiresOn),
            new("credential", "The signed form: compact JWS.", c => c.Credential),
            new("status_number", "Its place in the status lists: list and bit follow from it.", c => c.StatusNumber),
            new("state", "Where it stands.", c => c.State, CodeList.Of<CertificateState>()),
            new("revoked_on", "The day it was revoked.", c => c.RevokedOn),
            new("revocation_reason", "Why.", c => c.RevocationReason, CodeList.Of<RevocationReason>()),
            new("version", "Counts its changes.", c => c.Version),
        ],
    };
}
