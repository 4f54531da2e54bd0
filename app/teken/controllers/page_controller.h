// What every page's controller has: whether work is under way, and what went wrong last. `answer` and
// `listen` make the Finish of an operation: it does nothing once the controller is gone, and "busy" always
// ends, well or not, so that no page stays dead after an error.
#pragma once

#include "app/teken/notice.h"
#include "app/teken/services/finish.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <type_traits>
#include <utility>

namespace teken::app {

class PageController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("controllers are made by the application")
    Q_PROPERTY(bool busy READ isBusy NOTIFY busyChanged FINAL)
    Q_PROPERTY(teken::app::Notice failure READ failure NOTIFY failureChanged FINAL)
    Q_PROPERTY(bool canRetry READ canRetry NOTIFY failureChanged FINAL)

public:
    [[nodiscard]] bool isBusy() const { return m_underWay > 0; }
    [[nodiscard]] Notice failure() const { return noticeFor(m_error); }
    [[nodiscard]] const Error& error() const { return m_error; }

    Q_INVOKABLE void dismissFailure() { setError({}); }

    /// Whether what failed last can simply be tried again.
    [[nodiscard]] bool canRetry() const { return static_cast<bool>(m_again); }
    /// Tries it; nothing while something else is under way.
    Q_INVOKABLE void retry();

public slots:
    /// The language changed: texts made in C++ are read again.
    virtual void retranslate() { emit failureChanged(); }
    /// The store was locked: nothing personal stays in memory, and nothing comes later.
    virtual void forget() {
        dropAnswers();
        setError({});
    }

signals:
    void busyChanged();
    void failureChanged();

protected:
    explicit PageController(QObject* parent) : QObject(parent) {}

    using Again = std::function<void()>;

    void setError(Error error, Again again = {});

    /// What is under way now ends unheard, well or not; `busy` still lasts until it has ended.
    void dropAnswers() { ++m_generation; }

    /// For what a person asked for: busy until it ends, its error becomes the page's failure. `again` is what
    /// "Coba lagi" does about it; it may use the controller, which outlives it.
    template <class T = void, class Done>
    [[nodiscard]] Finish<T> answer(Done done, Again again = {}) {
        setError({});
        changeUnderWay(+1);
        return [self = QPointer(this), generation = m_generation, done = std::move(done),
                again = std::move(again)](Result<T> result) {
            if (!self)
                return;
            self->changeUnderWay(-1);
            if (generation == self->m_generation)
                self->finishWith(done, again, std::move(result));
        };
    }

    /// For what the page reads by itself: not busy, an error is shown all the same.
    template <class T = void, class Done>
    [[nodiscard]] Finish<T> listen(Done done, Again again = {}) {
        return [self = QPointer(this), generation = m_generation, done = std::move(done),
                again = std::move(again)](Result<T> result) {
            if (self && generation == self->m_generation)
                self->finishWith(done, again, std::move(result));
        };
    }

private:
    void changeUnderWay(int by);

    template <class T, class Done>
    void finishWith(const Done& done, const Again& again, Result<T> result) {
        if (!result)
            setError(std::move(result).error(), again);
        else if constexpr (std::is_void_v<T>)
            done();
        else
            done(std::move(*result));
    }

    int m_underWay = 0;
    quint64 m_generation = 0; ///< answers of an older one are dropped
    Error m_error;
    Again m_again;
};

} // namespace teken::app
