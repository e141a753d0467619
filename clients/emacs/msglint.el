;;; msglint.el --- Check a message before it is sent -*- lexical-binding: t; -*-

;; Author: The msglint authors
;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: mail, convenience
;; URL: https://msglint.readthedocs.io/clients/emacs/
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; `msglint-mode' lets the program msglint look at every message that is sent
;; from message-mode (Gnus, mu4e, notmuch, mail-user-agent).  It sees the draft
;; as it stands in the buffer, before it is signed or encrypted.  What is not
;; good enough is listed in the buffer *msglint*, and you are asked whether to
;; send it anyway.
;;
;;   (load "/path/to/msglint.el")
;;   (msglint-mode 1)
;;
;; `M-x msglint-check-buffer' looks at a draft without sending it.

;;; Code:

(require 'json)
(require 'subr-x)

(declare-function message-mail-p "message")
(declare-function message-narrow-to-headers "message")
(declare-function message-news-p "message")
(declare-function message-remove-header "message")

(defgroup msglint nil
  "Check a message before it is sent."
  :group 'message
  :prefix "msglint-")

(defcustom msglint-program "msglint"
  "The program msglint."
  :type 'string)

(defcustom msglint-arguments nil
  "More arguments for msglint, such as (\"--profile\" \"geschaeft\")."
  :type '(repeat string))

(defcustom msglint-on-error 'send
  "What becomes of a message that msglint fails to check, or not in time."
  :type '(choice (const :tag "Send it" send) (const :tag "Do not send it" block)))

(defcustom msglint-time-budget 10
  "Seconds that msglint may take for one message; then it is ended."
  :type 'number)

(defcustom msglint-language nil
  "Language of findings and questions; nil is the one that msglint uses."
  :type '(choice (const :tag "As msglint" nil) (const "de") (const "en")))

(defface msglint-error '((t :inherit error))
  "Face of errors.")

(defface msglint-warning '((t :inherit warning))
  "Face of warnings.")

(defface msglint-suggestion '((t :inherit success))
  "Face of suggestions.")

(define-error 'msglint-trouble "The message could not be checked")

(defconst msglint--buffer-name "*msglint*"
  "Name of the buffer with the findings.")

(defconst msglint--control-header "^X-Msglint\\(?:-[^:\n]*\\)?[ \t]*:"
  "The headers that are for msglint and never sent.")

(defconst msglint--texts
  '((question "Send anyway?" "Trotzdem senden?")
    (choices "y send, n do not send, j jump to the first finding"
             "y senden, n nicht senden, j zur ersten Stelle")
    (not-sent "msglint: not sent." "msglint: nicht gesendet.")
    (unchecked "msglint: sent unchecked. %s" "msglint: ungeprüft gesendet. %s")
    (blocked "msglint: not sent, because not checked (msglint-on-error: block). %s To send it anyway, add the header 'X-Msglint: off'; it is not sent along."
             "msglint: nicht gesendet, weil nicht geprüft (msglint-on-error: block). %s Trotzdem senden: mit der Kopfzeile „X-Msglint: off“; sie wird nicht mitgesendet.")
    (missing "The program '%s' cannot be run." "Das Programm „%s“ lässt sich nicht starten.")
    (late "The check took longer than allowed (msglint-time-budget: %s s)."
          "Die Prüfung hat länger gedauert als erlaubt (msglint-time-budget: %s s).")
    (broken "msglint ended without an answer (%s)." "msglint endete ohne Antwort (%s).")
    (nothing "msglint: nothing found, grade %s." "msglint: nichts zu beanstanden, Note %s.")
    (left-alone "msglint: not checked. %s" "msglint: nicht geprüft. %s")
    (summary "Grade %s (%d of 100), findings: %d" "Note %s (%d von 100), Befunde: %d")
    (line "Line %d" "Zeile %d")
    (subject "Subject" "Betreff")
    (error "error" "Fehler")
    (warning "warning" "Warnung")
    (suggestion "suggestion" "Vorschlag")
    (better "Better: " "Besser: ")
    (keys "RET or click: to the place   n, p: next, previous   g: check again   q: close"
          "RET oder Klick: zur Stelle   n, p: weiter, zurück   g: noch einmal prüfen   q: schließen")
    (no-place "This finding has no place in the draft." "Dieser Befund hat keine Stelle im Entwurf.")
    (gone "The draft is not there any more." "Den Entwurf gibt es nicht mehr."))
  "What is said, in English and in German.")

(defvar-local msglint--draft nil
  "The draft to which the findings in this buffer belong.")

(defvar msglint--spoken nil
  "Language of msglint's last answer, where `msglint-language' says none.")

(defun msglint--say (key &rest values)
  "The text called KEY in the user's language, with VALUES put in."
  (let ((texts (cdr (assq key msglint--texts))))
    (apply #'format (if (equal (msglint--language) "de") (cadr texts) (car texts)) values)))

(defun msglint--language ()
  "The language of what is said: \"de\" or \"en\"."
  (or msglint-language
      msglint--spoken
      (let ((locale (or (msglint--set-variable "LC_ALL")
                        (msglint--set-variable "LC_MESSAGES")
                        (msglint--set-variable "LANG"))))
        (if (or (and locale (string-prefix-p "de" locale))
                (and (not locale) (string-prefix-p "German" current-language-environment)))
            "de"
          "en"))))

(defun msglint--set-variable (name)
  "The value of the environment variable NAME, nil where it is empty."
  (let ((value (getenv name)))
    (unless (member value '(nil "")) value)))

;;; Running msglint

(defun msglint--call (text &rest arguments)
  "Let msglint judge TEXT, a draft, with ARGUMENTS; its answer as an alist.
Signals `msglint-trouble' with a sentence if there is no answer."
  (let ((output (generate-new-buffer " *msglint-output*"))
        (errors (generate-new-buffer " *msglint-errors*"))
        (file (make-temp-file "msglint-"))
        process)
    (unwind-protect
        (progn
          ;; A pipe to a program that does not read would end Emacs in batch mode.
          (let ((coding-system-for-write 'utf-8-unix))
            (write-region text nil file nil 'silent))
          (setq process (msglint--start output errors (append arguments (list file))))
          (with-timeout (msglint-time-budget
                         (signal 'msglint-trouble
                                 (list (msglint--say 'late msglint-time-budget))))
            (while (process-live-p process)
              (accept-process-output process 0.1))
            (while (accept-process-output process 0))
            (while (accept-process-output (get-buffer-process errors) 0)))
          (msglint--read-answer process output errors))
      (delete-file file)
      (msglint--clear process output errors))))

(defun msglint--start (output errors arguments)
  "Start msglint with ARGUMENTS, its output going to OUTPUT and ERRORS."
  (unless (executable-find (msglint--program))
    (signal 'msglint-trouble (list (msglint--say 'missing msglint-program))))
  (let ((default-directory (msglint--folder)))
    (condition-case nil
        (let ((process
               (make-process
                :name "msglint" :buffer output :stderr errors :noquery t
                :connection-type 'pipe :coding '(utf-8-unix . utf-8-unix) :sentinel #'ignore
                :command (append (list (msglint--program) "message-mode")
                                 (and msglint-language (list "--ui-language" msglint-language))
                                 (list (format "--time-budget=%s" msglint-time-budget)
                                       (format "--on-error=%s" msglint-on-error))
                                 msglint-arguments
                                 arguments))))
          (let ((beside (get-buffer-process errors)))
            (set-process-sentinel beside #'ignore)
            (set-process-query-on-exit-flag beside nil))
          process)
      (file-error (signal 'msglint-trouble (list (msglint--say 'missing msglint-program)))))))

(defun msglint--program ()
  "`msglint-program', in full where it begins with the home."
  (if (string-prefix-p "~" msglint-program)
      (expand-file-name msglint-program)
    msglint-program))

(defun msglint--folder ()
  "The folder to run in: the buffer's own, if it is there and on this machine."
  (if (and (not (file-remote-p default-directory)) (file-accessible-directory-p default-directory))
      default-directory
    (expand-file-name "~/")))

(defun msglint--read-answer (process output errors)
  "The answer of PROCESS in the buffer OUTPUT; what went wrong stands in ERRORS."
  (let ((answer (and (eq (process-status process) 'exit)
                     (zerop (process-exit-status process))
                     (msglint--parsed output))))
    (unless (and (consp answer) (assq 'reason answer))
      (signal 'msglint-trouble
              (list (msglint--say 'broken (or (msglint--last-line errors)
                                              (process-exit-status process))))))
    (setq msglint--spoken (cdr (assq 'ui_language answer)))
    answer))

(defun msglint--parsed (buffer)
  "The JSON in BUFFER, nil if it is none."
  (with-current-buffer buffer
    (goto-char (point-min))
    (let ((json-object-type 'alist)
          (json-array-type 'list)
          (json-key-type 'symbol)
          (json-false nil)
          (json-null nil))
      (condition-case nil (json-read) (error nil)))))

(defun msglint--last-line (buffer)
  "The last line in BUFFER with anything in it, nil if there is none."
  (with-current-buffer buffer
    (let ((lines (split-string (buffer-string) "\n" t "[ \t]+")))
      (when lines
        (string-remove-prefix "msglint: " (car (last lines)))))))

(defun msglint--clear (process output errors)
  "End PROCESS, if it is still there, and kill the buffers OUTPUT and ERRORS."
  (dolist (one (list process (get-buffer-process errors)))
    (when (processp one) (delete-process one)))
  (kill-buffer output)
  (kill-buffer errors))

(defun msglint--draft-text ()
  "All of the current buffer, also what is hidden."
  (save-restriction
    (widen)
    (buffer-substring-no-properties (point-min) (point-max))))

;;; Before sending

;;;###autoload
(defun msglint-check-before-send ()
  "Check the draft in the current buffer; signal an error if it is not to be sent.
For `message-send-hook'."
  (when (msglint--is-mail-p)
    (unless (msglint--off-p)
      (msglint--decide))
    (msglint--remove-control-headers)))

(defun msglint--is-mail-p ()
  "Whether the draft is mail, and not for a newsgroup alone."
  (or (message-mail-p) (not (message-news-p))))

(defun msglint--off-p ()
  "Whether the writer has switched msglint off for this draft."
  (save-excursion
    (save-restriction
      (message-narrow-to-headers)
      (goto-char (point-min))
      (let ((case-fold-search t))
        (re-search-forward "^X-Msglint[ \t]*:[ \t]*off[ \t]*$" nil t)))))

(defun msglint--remove-control-headers ()
  "Take the headers that are for msglint out of the draft."
  (let ((inhibit-read-only t)
        (case-fold-search t))
    (save-excursion
      (save-restriction
        (message-narrow-to-headers)
        (message-remove-header msglint--control-header t)))))

(defun msglint--decide ()
  "Let msglint judge the draft, and act on its answer."
  (let ((answer (condition-case trouble
                    ;; Who is asked need not send twice to say that it is meant.
                    (apply #'msglint--call (msglint--draft-text)
                           (unless noninteractive '("--again-minutes=0")))
                  (msglint-trouble (msglint--unchecked (cadr trouble))))))
    (when answer
      (cond
       ((not (alist-get 'blocked answer))
        (msglint--hide)
        (msglint--tell (alist-get 'text answer)))
       ((null (alist-get 'checked answer))
        (user-error "%s" (msglint--flat (alist-get 'text answer))))
       (noninteractive
        (message "%s" (alist-get 'text answer))
        (user-error "%s" (msglint--say 'not-sent)))
       (t (msglint--ask answer))))))

(defun msglint--unchecked (why)
  "Send the draft or not, by `msglint-on-error', because of WHY."
  (if (eq msglint-on-error 'block)
      (user-error "%s" (msglint--say 'blocked why))
    (msglint--tell (msglint--say 'unchecked why))
    nil))

(defun msglint--tell (text)
  "Show TEXT long enough to be read, if there is any."
  (let ((line (msglint--flat text)))
    (unless (string-empty-p line)
      (message "%s" line)
      (unless noninteractive (sit-for 1.5)))))

(defun msglint--flat (text)
  "TEXT on one line."
  (string-join (split-string (or text "")) " "))

(defun msglint--ask (answer)
  "Show the findings in ANSWER, and ask whether to send all the same."
  (let* ((draft (current-buffer))
         (findings (msglint--show answer draft))
         (choice (read-char-choice
                  (format "msglint: %s (%s) "
                          (propertize (msglint--say 'question) 'face 'minibuffer-prompt)
                          (msglint--say 'choices))
                  '(?y ?n ?j))))
    (pcase choice
      (?y (msglint--hide)
          ;; Otherwise `msglint last' would go on showing it as not sent.
          (ignore-errors (msglint--call (msglint--draft-text) "--anyway")))
      (?j (when-let ((window (get-buffer-window findings)))
            (with-selected-window window
              (msglint--to-first)
              (msglint-jump)))
          (msglint--select draft)
          (user-error "%s" (msglint--say 'not-sent)))
      (_ (user-error "%s" (msglint--say 'not-sent))))))

(defun msglint--select (draft)
  "Select the window of DRAFT."
  (when-let ((window (get-buffer-window draft)))
    (select-window window)))

(defun msglint--hide ()
  "Put away the findings of an earlier check."
  (when-let ((window (get-buffer-window msglint--buffer-name)))
    (quit-window nil window)))

;;;###autoload
(defun msglint-check-buffer ()
  "Check the draft in the current buffer and show what was found."
  (interactive)
  (let* ((draft (current-buffer))
         (answer (condition-case trouble
                     (msglint--call (msglint--draft-text) "--only-check")
                   (msglint-trouble (user-error "msglint: %s" (cadr trouble)))))
         (report (alist-get 'report answer))
         (grade (alist-get 'letter (alist-get 'grade report))))
    (cond
     ((null report)
      (user-error "%s" (msglint--flat (alist-get 'text answer))))
     ((null grade)
      (msglint--hide)
      (message "%s" (msglint--say 'left-alone (msglint--reasons report))))
     ((null (alist-get 'findings report))
      (msglint--hide)
      (message "%s" (msglint--say 'nothing grade)))
     (t (msglint--show answer draft)))))

(defun msglint--reasons (report)
  "Why the draft was not checked, according to REPORT."
  (mapconcat (lambda (skipped) (alist-get 'why skipped)) (alist-get 'skipped report) " "))

;;; The findings

(defvar msglint-findings-mode-map
  (let ((map (make-sparse-keymap)))
    (define-key map (kbd "RET") #'msglint-jump)
    (define-key map [mouse-1] #'msglint-jump-to-clicked)
    (define-key map [mouse-2] #'msglint-jump-to-clicked)
    (define-key map "n" #'msglint-next)
    (define-key map "p" #'msglint-previous)
    map)
  "Keys in the list of findings.")

(define-derived-mode msglint-findings-mode special-mode "msglint"
  "What msglint found in a draft."
  (setq-local word-wrap t)
  (setq-local truncate-lines nil)
  (setq-local revert-buffer-function #'msglint--check-again))

(defun msglint--check-again (&rest _)
  "Check the draft again to which the findings belong."
  (with-current-buffer (msglint--live-draft)
    (msglint-check-buffer)))

(defun msglint--live-draft ()
  "The draft to which the findings in the current buffer belong."
  (if (buffer-live-p msglint--draft)
      msglint--draft
    (user-error "%s" (msglint--say 'gone))))

(defun msglint--show (answer draft)
  "Show the findings in ANSWER, which are in DRAFT; return their buffer."
  (let ((buffer (get-buffer-create msglint--buffer-name))
        (report (alist-get 'report answer)))
    (with-current-buffer buffer
      (msglint-findings-mode)
      (setq msglint--draft draft)
      (let ((inhibit-read-only t))
        (erase-buffer)
        (msglint--insert-summary report)
        (dolist (finding (alist-get 'findings report))
          (msglint--insert-finding finding draft))
        (insert (propertize (msglint--say 'keys) 'face 'shadow) "\n"))
      (msglint--to-first))
    (unless noninteractive
      (when-let ((window (display-buffer buffer '(nil (window-height . 0.6)))))
        (set-window-start window (point-min))
        (set-window-point window (with-current-buffer buffer (point)))))
    buffer))

(defun msglint--insert-summary (report)
  "Insert the grade in REPORT and how many findings there are."
  (let ((grade (alist-get 'grade report)))
    (insert (propertize (msglint--say 'summary
                                      (or (alist-get 'letter grade) "-")
                                      (or (alist-get 'score grade) 0)
                                      (length (alist-get 'findings report)))
                        'face 'bold)
            "\n\n")))

(defun msglint--insert-finding (finding draft)
  "Insert FINDING, which is in DRAFT."
  (let* ((start (point))
         (severity (intern (alist-get 'severity finding)))
         (better (alist-get 'text (car (alist-get 'suggestions finding)))))
    (insert (msglint--place-text finding) ", "
            (propertize (msglint--say severity) 'face (intern (format "msglint-%s" severity)))
            ": " (msglint--plain (alist-get 'message finding))
            (propertize (format " [%s]" (alist-get 'rule finding)) 'face 'shadow)
            "\n")
    (msglint--insert-below (msglint--plain (alist-get 'why finding)))
    (when better
      (msglint--insert-below (concat "→ " (msglint--say 'better) (msglint--plain better))))
    (add-text-properties
     start (point)
     (list 'msglint-finding (or (msglint--marker finding draft) 'nowhere)
           'mouse-face 'highlight
           'wrap-prefix "    "))
    (insert "\n")))

(defun msglint--place-text (finding)
  "Where FINDING is, for people."
  (let ((place (alist-get 'buffer finding)))
    (cond ((equal (alist-get 'part finding) "subject") (msglint--say 'subject))
          ((null place) "-")
          (t (msglint--say 'line (alist-get 'line place))))))

(defun msglint--insert-below (text)
  "Insert every line of TEXT, indented."
  (dolist (line (split-string text "\n" t "[ \t]+"))
    (insert "    " line "\n")))

(defun msglint--plain (text)
  "TEXT without what does something to the screen."
  (replace-regexp-in-string "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
                            "?" text))

(defun msglint--marker (finding draft)
  "A marker in DRAFT where FINDING is; nil where that cannot be said."
  (when-let ((start (alist-get 'start (alist-get 'buffer finding))))
    (with-current-buffer draft
      (save-restriction
        (widen)
        (copy-marker (min (max start (point-min)) (point-max)))))))

(defun msglint--to-first ()
  "Go to the first finding in the list."
  (goto-char (point-min))
  (unless (get-text-property (point) 'msglint-finding)
    (msglint-next)))

(defun msglint-next ()
  "Go to the next finding in the list."
  (interactive)
  (let ((from (point))
        (at (next-single-property-change (point) 'msglint-finding)))
    (while (and at (null (get-text-property at 'msglint-finding)))
      (setq at (next-single-property-change at 'msglint-finding)))
    (goto-char (or at from))))

(defun msglint-previous ()
  "Go to the previous finding in the list."
  (interactive)
  (let ((from (point))
        (at (previous-single-property-change (point) 'msglint-finding)))
    (while (and at (null (get-text-property at 'msglint-finding)))
      (setq at (previous-single-property-change at 'msglint-finding)))
    (goto-char (or at from))))

(defun msglint-jump ()
  "Go to the place in the draft of the finding at point."
  (interactive)
  (let ((place (get-text-property (point) 'msglint-finding))
        (draft (msglint--live-draft)))
    (unless (markerp place)
      (user-error "%s" (msglint--say 'no-place)))
    (pop-to-buffer draft)
    (unless (<= (point-min) place (point-max))
      (widen))
    (goto-char place)))

(defun msglint-jump-to-clicked (event)
  "Go to the place in the draft of the finding that EVENT clicked at."
  (interactive "e")
  (let ((end (event-end event)))
    (select-window (posn-window end))
    (goto-char (posn-point end))
    (msglint-jump)))

;;;###autoload
(define-minor-mode msglint-mode
  "Check every message before it is sent."
  :global t
  :group 'msglint
  (if msglint-mode
      ;; Behind what others do to the draft; it is encrypted later still.
      (add-hook 'message-send-hook #'msglint-check-before-send 90)
    (remove-hook 'message-send-hook #'msglint-check-before-send)))

(provide 'msglint)
;;; msglint.el ends here
