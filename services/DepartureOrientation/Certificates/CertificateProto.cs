using Gms.DepartureOrientation.Curricula;
using Gms.Platform;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>How certificates are shown.</summary>
static class CertificateProto
{
    public static Proto.CertificateFacts ToProto(this Certificate certificate) => new()
    {
        CertificateId = certificate.Id.ToString(),
        Country = certificate.Country,
        Stage = certificate.Stage.ToProto(),
        CurriculumId = certificate.CurriculumId.ToString(),
        CurriculumCode = certificate.CurriculumCode,
        Edition = certificate.Edition,
        Programme = certificate.Programme ?? "",
        Origin = certificate.Origin ?? "",
        Destination = certificate.Destination ?? "",
        InstitutionId = certificate.InstitutionId.ToString(),
        SessionId = certificate.SessionId.ToString(),
        Language = certificate.Language,
        Minutes = certificate.Minutes,
        IssuedOn = certificate.IssuedOn.ToProto(),
        ExpiresOn = certificate.ExpiresOn?.ToProto(),
        State = certificate.State.ToProto(),
        RevokedOn = certificate.RevokedOn?.ToProto(),
        RevocationReason = certificate.RevocationReason?.ToProto() ?? Proto.RevocationReason.Unspecified,
    };

    public static Proto.CertificateState ToProto(this CertificateState state) => state switch
    {
        CertificateState.Issued => Proto.CertificateState.Issued,
        CertificateState.Revoked => Proto.CertificateState.Revoked,
    };

    static Proto.RevocationReason ToProto(this RevocationReason reason) => reason switch
    {
        RevocationReason.IssuedInError => Proto.RevocationReason.IssuedInError,
        RevocationReason.AttendanceNotProven => Proto.RevocationReason.AttendanceNotProven,
        RevocationReason.TrainerWithdrawn => Proto.RevocationReason.TrainerWithdrawn,
        RevocationReason.Fraud => Proto.RevocationReason.Fraud,
        RevocationReason.ModuleWithdrawn => Proto.RevocationReason.ModuleWithdrawn,
    };
}
