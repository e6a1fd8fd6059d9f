using Gms.DepartureOrientation.Attendance;
using Gms.Platform;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Attendance;

public sealed class AttendanceCodesTests : IDisposable
{
    static readonly Guid Session = Guid.Parse("019a0000-0000-7000-8000-0000000000c1"), Enrolment = Guid.Parse("019a0000-0000-7000-8000-0000000000c2");

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gms-keys");
    readonly KeyFolder _keys;
    readonly AttendanceCodes _codes;

    public AttendanceCodesTests() => _codes = new(_keys = new(_folder.FullName, mayCreate: true), new ServiceIdentity("DepartureOrientation"), AttendanceTerms.Load());

    [Fact]
    public void A_code_is_good_until_the_next_one_ends_and_recognised_after_that()
    {
        var code = _codes.OfSession(Session, _codes.WindowAt(A.Nine));

        Assert.Equal((CodeFit.Good, _codes.WindowAt(A.Nine)), _codes.Check(Session, code, A.Nine));
        Assert.Equal(CodeFit.Good, _codes.Check(Session, code, A.Nine.AddSeconds(119)).Fit);
        Assert.Equal(CodeFit.Expired, _codes.Check(Session, code, A.Nine.AddSeconds(120)).Fit);
        Assert.Equal(CodeFit.Wrong, _codes.Check(Session, code, A.Nine.AddSeconds(-1)).Fit);
        Assert.Equal(CodeFit.Wrong, _codes.Check(Enrolment, code, A.Nine).Fit);
    }

    [Fact]
    public void What_people_type_is_read_kindly()
    {
        var code = _codes.OfSession(Session, _codes.WindowAt(A.Nine));

        Assert.Equal(CodeFit.Good, _codes.Check(Session, $" {code[..3].ToLowerInvariant()}-{code[3..].Replace('0', 'o').Replace('1', 'l')} ", A.Nine).Fit);
    }

    [Fact]
    public void The_codes_of_a_batch_differ_and_another_batch_has_others()
    {
        string[] first = [.. Enumerable.Range(1, 20).Select(i => _codes.OfWorker(Enrolment, 1, i))];

        Assert.Equal(20, first.Distinct().Count());
        Assert.Equal(7, _codes.SerialOf(Enrolment, 1, first[6]));
        Assert.All(first, code => Assert.Null(_codes.SerialOf(Enrolment, 2, code)));
        Assert.All(first, code => Assert.Null(_codes.SerialOf(Session, 1, code)));
        Assert.Null(_codes.SerialOf(Enrolment, 1, _codes.OfWorker(Enrolment, 1, 21)));
    }

    [Fact]
    public void A_code_that_was_printed_before_the_secret_changed_is_still_good()
    {
        var printed = _codes.OfWorker(Enrolment, 1, 1);

        _keys.Rotate(KeyKind.Search, new ServiceIdentity("DepartureOrientation").Client);

        Assert.NotEqual(printed, _codes.OfWorker(Enrolment, 1, 1));
        Assert.Equal(1, _codes.SerialOf(Enrolment, 1, printed));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
