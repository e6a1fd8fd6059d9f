using Gms.DepartureOrientation.Certificates;
using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.DepartureOrientation.Trainers;
using Gms.Type.V1;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Certificates;

public sealed class CertificateRulesTests
{
    [Fact]
    public void The_minimum_share_to_the_minute_is_enough()
    {
        Assert.Empty(Issuing(A.Enrolment(288)));
        Assert.Equal(["CERTIFICATE_SHARE_NOT_REACHED"], Issuing(A.Enrolment(287)));
    }

    [Fact]
    public void The_days_of_a_session_count_together() => Assert.Empty(Issuing(A.Enrolment(188, 100)));

    [Fact]
    public void An_open_session_gives_no_certificates() => Assert.Equal(["CERTIFICATE_SESSION_OPEN"], Issuing(A.Enrolment(360), A.Session()));

    [Fact]
    public void Who_was_not_enrolled_gets_none() => Assert.Equal(["ATTENDANCE_NOT_ENROLLED"], Issuing(null));

    [Fact]
    public void A_trainer_withdrawn_with_effect_on_the_session_certifies_nobody()
    {
        var trainer = A.TrainerOf();
        trainer.Withdraw(A.Today, WithdrawalReason.FalseRecords);

        Assert.Equal(["SESSION_TRAINER_NOT_CERTIFIED"], Issuing(A.Enrolment(360), A.Session(trainer: trainer, closed: true)));
    }

    [Fact]
    public void What_was_held_after_the_accreditation_ended_gives_no_certificates()
    {
        var institution = A.Institution();
        institution.Accreditations[0].Withdraw(A.Today, "2");

        Assert.Equal(["SESSION_INSTITUTION_NOT_ACCREDITED"], Issuing(A.Enrolment(360), A.Session(institution: institution, closed: true)));
    }

    [Fact]
    public void Another_certification_of_the_trainer_stands_in_only_for_what_it_covers()
    {
        var trainer = A.TrainerOf();
        trainer.Certify(A.Certification(modules: A.Module("M1")));
        trainer.Annul(trainer.Certifications[0]);

        Assert.Equal(["SESSION_TRAINER_VERSION"], Issuing(A.Enrolment(360), A.Session(trainer: trainer, closed: true)));

        trainer.Certify(A.Certification(modules: A.Module("M2")));
        Assert.Empty(Issuing(A.Enrolment(360), A.Session(trainer: trainer, closed: true)));
    }

    [Fact]
    public void A_certificate_is_revoked_once_and_never_comes_back()
    {
        var certificate = A.Certificate();
        Assert.Empty(CertificateRules.ToRevoke(certificate));

        certificate.Revoke(A.Today, RevocationReason.Fraud);

        Assert.Equal(["CERTIFICATE_ALREADY_REVOKED"], CertificateRules.ToRevoke(certificate).Select(p => p.Code));
        Assert.False(CertificateState.Revoked.CanBecome(CertificateState.Issued));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(365, true)]
    [InlineData(366, false)]
    public void A_certificate_holds_from_its_issue_to_its_last_day(int day, bool holds) =>
        Assert.Equal(holds, Flaw(A.Certificate(expires: A.Today.AddDays(365)), day: A.Today.AddDays(day)) is null);

    [Fact]
    public void A_certificate_without_an_end_holds_for_ever() => Assert.Null(Flaw(A.Certificate(), day: A.Today.AddYears(30)));

    [Fact]
    public void A_revoked_certificate_no_longer_holds()
    {
        var certificate = A.Certificate();
        certificate.Revoke(A.Today.AddDays(5), RevocationReason.IssuedInError);

        Assert.Null(Flaw(certificate, day: A.Today.AddDays(4)));
        Assert.NotNull(Flaw(certificate, day: A.Today.AddDays(5)));
    }

    [Fact]
    public void A_certificate_for_any_destination_holds_for_each() => Assert.Null(Flaw(A.Certificate(destination: null), destination: "CN"));

    [Fact]
    public void A_certificate_for_another_destination_does_not_hold() => Assert.NotNull(Flaw(A.Certificate(destination: "CN")));

    [Theory]
    [InlineData(Stage.PostArrival)]
    [InlineData(Stage.PreDecision)]
    [InlineData(Stage.TrainingOfTrainers)]
    public void Only_orientation_before_departure_counts(Stage stage) => Assert.NotNull(Flaw(A.Certificate(stage)));

    [Fact]
    public void An_add_on_does_not_stand_for_the_whole() => Assert.NotNull(Flaw(A.Certificate(addsTo: "SAFE")));

    [Fact]
    public void Another_country_s_certificate_does_not_count_yet() => Assert.NotNull(Flaw(A.Certificate(country: "TH", origin: null)));

    [Fact]
    public void A_certificate_that_its_signature_does_not_confirm_does_not_hold() => Assert.NotNull(CertificateRules.Flaw(A.Certificate(), "LA", "TH", A.Today, signed: false));

    static string? Flaw(Certificate certificate, string destination = "TH", DateOnly? day = null) => CertificateRules.Flaw(certificate, "LA", destination, day ?? A.Today, signed: true);

    static IEnumerable<string> Issuing(Enrolment? enrolment, Session? session = null) => CertificateRules.ToIssue(session ?? A.Session(closed: true), enrolment).Select(p => p.Code);
}

public sealed class OrientationCheckTests
{
    static readonly Programmes Programmes = Programmes.FromReference();

    [Fact]
    public void A_certificate_that_holds_passes() => Assert.Equal(Outcome.Pass, Of("LA", A.Certificate()).Outcome);

    [Fact]
    public void No_certificate_under_a_condition_read_in_a_law_decides()
    {
        var check = Of("VN", null);

        Assert.Equal((Outcome.Fail, true, Confidence.High, "VN-PDO"), (check.Outcome, check.Decisive, check.Source.Confidence, check.Source.Rule));
    }

    [Theory]
    [InlineData("LA")]
    [InlineData("KH")]
    [InlineData("MM")]
    public void No_certificate_under_a_condition_without_a_document_at_hand_only_warns(string origin)
    {
        var check = Of(origin, null);

        Assert.Equal((Outcome.Fail, false, Confidence.Low), (check.Outcome, check.Decisive, check.Source.Confidence));
    }

    [Fact]
    public void Where_no_programme_was_in_force_the_check_does_not_apply() =>
        Assert.Equal(Outcome.NotApplicable, OrientationCheck.Of(Programmes, Programmes.Of("LA", Stage.PreDeparture, new(2019, 1, 1)), null, null).Outcome);

    [Fact]
    public void A_flaw_is_told_with_what_to_do()
    {
        var check = OrientationCheck.Of(Programmes, Programmes["LA-PDO"], A.Certificate(), "It expired on 2026-11-21.");

        Assert.Equal(Outcome.Fail, check.Outcome);
        Assert.Contains("expired", check.Message, StringComparison.Ordinal);
        Assert.NotEmpty(check.Remedy);
    }

    static Check Of(string origin, Certificate? certificate) => OrientationCheck.Of(Programmes, Programmes.Of(origin, Stage.PreDeparture, A.Today), certificate, null);
}
